// How much memory a piece of code takes at most: the test program counts every operator new.
#pragma once

#include <cstddef>

namespace segad::test {

class AllocationPeak {
public:
    AllocationPeak();
    /// Most bytes alive at once since construction, beyond those alive then. One at a time, please.
    std::size_t bytes() const noexcept;

private:
    std::size_t atStart_;
};

}  // namespace segad::test
