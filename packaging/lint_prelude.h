// Read by clang-tidy before everything else, never compiled into the program. Clang 14 instantiates the
// constexpr destructor of GCC 12's std::vector too early and then refuses LibTorch's ivalue.h, where a class
// holds a vector of itself. No constant expression of ours needs a vector: here it is none.
#pragma once

#include <memory>
#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
// Declared as constexpr by <memory> already; defined under another name it does not contradict that.
#define __fill_a1 __fill_a1_of_bits
#include <vector>
#undef __fill_a1
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
