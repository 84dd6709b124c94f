#include "core/nn/guest_weights.h"

#include <mutex>

namespace segad {

namespace {
std::mutex guestsMutex;
std::vector<const std::vector<WeightEntry>*> guests;  // guarded by guestsMutex
}  // namespace

GuestWeights::GuestWeights(std::vector<WeightEntry> entries) : entries_(std::move(entries)) {
    const std::scoped_lock lock(guestsMutex);
    guests.insert(guests.begin(), &entries_);
}

GuestWeights::~GuestWeights() {
    const std::scoped_lock lock(guestsMutex);
    std::erase(guests, &entries_);
}

std::vector<WeightEntry> GuestWeights::present() {
    const std::scoped_lock lock(guestsMutex);
    std::vector<WeightEntry> all;
    for (const std::vector<WeightEntry>* entries : guests)
        all.insert(all.end(), entries->begin(), entries->end());
    return all;
}

}  // namespace segad
