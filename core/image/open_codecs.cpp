#include "core/base/module.h"
#include "core/image/decode_p.h"

namespace segad::image {

const CodecTable& codecs() {
    static const CodecTable& table = *Module::open("segad-codecs").function<CodecEntry>(kCodecEntry)();
    return table;
}

}  // namespace segad::image
