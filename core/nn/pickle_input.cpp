#include <algorithm>

#include "core/nn/pickle_p.h"

namespace segad::pickle {

std::string_view Input::take(std::size_t count) {
    if (count > buffer_.size() - position_) {
        const std::size_t wanted = position_ + count;
        if (wanted > maxBytes_) throw BadTensorFile("its pickle is longer than allowed");
        if (wanted > end_ - begin_) throw BadTensorFile("its pickle ends too early");
        constexpr std::size_t kChunk = 64U << 10U;
        const auto available = static_cast<std::size_t>(std::min(end_ - begin_, maxBytes_));
        const std::size_t have = buffer_.size();
        const std::size_t next = std::min(available, std::max({wanted, have + kChunk, have + have / 2}));
        buffer_.resize(next);
        source_.read(begin_ + have, std::as_writable_bytes(std::span(buffer_).subspan(have)));
    }
    const std::string_view bytes = std::string_view(buffer_).substr(position_, count);
    position_ += count;
    return bytes;
}

std::string_view Input::line(std::size_t longest) {
    const std::size_t start = position_;
    for (std::size_t length = 0; length <= longest; ++length) {
        if (byte() == '\n') return at(start, length);
    }
    throw BadTensorFile("its pickle names something over-long");
}

}  // namespace segad::pickle
