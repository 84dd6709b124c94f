#include "core/base/module.h"
#include "core/workflow/print/pdf_document.h"

namespace segad {

std::unique_ptr<PdfDocument> createPdfDocument(const std::string& title) {
    using Create = PdfDocument*(const char*);
    static const auto create = Module::open("segad-print").function<Create>("segadCreatePdfDocument");
    return std::unique_ptr<PdfDocument>(create(title.c_str()));
}

}  // namespace segad
