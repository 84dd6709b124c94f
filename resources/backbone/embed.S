// The weights as they are, between two symbols; core/nn/embedded_backbone.cpp reads them.
    .section .rodata
    .balign 64
    .global segadEmbeddedBackbone
    .global segadEmbeddedBackboneEnd
segadEmbeddedBackbone:
    .incbin SEGAD_EMBEDDED_BACKBONE
segadEmbeddedBackboneEnd:
    .byte 0
    .section .note.GNU-stack,"",%progbits
