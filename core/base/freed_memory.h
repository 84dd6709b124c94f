// What the allocator does with memory that was freed.
#pragma once

namespace segad {

/// Keeps buffers of usual sizes (up to 32 MiB) with the process when they are freed, at most 64 MiB of them
/// for each of the allocator's arenas. Work on one part after the other frees and wants the same buffers all
/// the time; given back to the system in between, each page of them has to be fetched and cleared again,
/// which costs a seventh of the time of scoring. These are the bounds that glibc itself comes to at most.
/// For main(), before other threads are there.
void keepFreedMemory() noexcept;

}  // namespace segad
