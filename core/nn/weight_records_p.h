// The JSON records of the weight store and the lock that orders their changes. Private to the weight store.
#pragma once

#include <string>

#include "core/base/file.h"
#include "core/nn/weight_store.h"

namespace segad {

/// Throws Error{InvalidArgument} unless `name` can name weights: letters, digits, '.', '_' and '-', at most
/// 64, beginning with a letter or digit.
void checkWeightName(const std::string& name);

Path recordPath(const Path& folder, const std::string& name);

/// Throws Error{Corrupt} when the record is not one this program wrote, Error{NotFound}.
WeightEntry readRecord(const Path& folder, const std::string& name);

void writeRecord(const Path& folder, const WeightEntry& entry);

/// Names that have a record, readable or not, sorted. None when the folder does not exist.
std::vector<std::string> recordNames(const Path& folder);

/// Removes stored files that no record names; none while a record can't be read, since it may name one.
/// Call it under a StoreLock.
void removeOrphans(const Path& folder);

/// Keeps other processes and threads from changing the store until the end of the scope. Where the file
/// system knows no locks it does nothing: files are still replaced atomically.
class StoreLock {
public:
    explicit StoreLock(const Path& folder);
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

private:
    int descriptor_;
};

}  // namespace segad
