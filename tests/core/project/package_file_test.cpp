// The container of packages: what goes in comes out, and no byte changes unnoticed.
#include "core/project/package_file.h"

#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "core/base/sha256.h"
#include "core/project/package_seal_p.h"
#include "tests/core/project/world.h"
#include "tests/support/test_support.h"

using namespace segad;
using segad::test::errorOf;

namespace {
class Package : public testing::Test {
protected:
    Path file() const { return dir_ / "line.segad-model"; }

    std::string bytesOf(std::size_t count) const {
        std::mt19937 random(7);
        std::string bytes(count, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random() & 0xFFU);
        return bytes;
    }

    /// Two entries and two items, the larger one of several pieces.
    std::string make(std::size_t largeItem) {
        PackageWriter writer(file());
        writer.entry("judge", {{"name", "brf(patchcore)"}, {"number", 0.1}});
        writer.entry("thresholds", {{"review", 1.5}});
        writer.item("forest.json", "{}");
        std::ofstream(dir_ / "model", std::ios::binary) << bytesOf(largeItem);
        writer.item("models/large", dir_ / "model", job_);
        std::string id = writer.seal(job_);
        EXPECT_FALSE(std::filesystem::exists(file())) << "not before it is wanted";
        writer.commit();
        return id;
    }

    Error refusal() {
        return errorOf([&] { PackageFile(file(), job_); });
    }

    test::TempDir dir_;
    Job job_;
};

void flip(const Path& file, std::uint64_t at, unsigned char mask) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(at));
    const int before = bytes.get();
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(static_cast<char>(static_cast<unsigned char>(before) ^ mask));
}

TEST_F(Package, GivesBackWhatWasPutIn) {
    const std::string id = make(3'000'000);
    ASSERT_TRUE(isPackage(file()));
    const PackageFile package(file(), job_);
    EXPECT_EQ(package.id(), id);
    EXPECT_EQ(package.bytes(), std::filesystem::file_size(file()));
    EXPECT_EQ(package.entry("judge").at("name"), "brf(patchcore)");
    EXPECT_EQ(package.entry("judge").at("number"), 0.1);
    EXPECT_EQ(package.read("forest.json"), "{}");
    EXPECT_EQ(package.read("models/large"), bytesOf(3'000'000));
    package.extract("models/large", dir_ / "out", job_);
    EXPECT_EQ(sha256OfFile(dir_ / "out"), sha256Hex(bytesOf(3'000'000)));
    const Json made = package.entry("made");
    for (const char* key : {"at", "by", "host", "program"})
        EXPECT_FALSE(made.value(key, "").empty()) << key;
    const std::vector<PackageItem> items = package.items();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[1].name, "models/large");
    EXPECT_EQ(items[1].bytes, 3'000'000U);
    EXPECT_EQ(errorOf([&] { static_cast<void>(package.entry("colours")); }).code(), ErrorCode::Corrupt);
}

TEST_F(Package, IsADatabaseLikeAnyOther) {
    make(10'000);
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open_v2(file().c_str(), &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    std::string answer;
    const auto keep = [](void* to, int, char** values, char**) {
        *static_cast<std::string*>(to) += values[0];
        return 0;
    };
    EXPECT_EQ(
        sqlite3_exec(database, "PRAGMA integrity_check; SELECT count(*) FROM entry", keep, &answer, nullptr),
        SQLITE_OK);
    EXPECT_EQ(answer, "ok3");
    sqlite3_close(database);
    EXPECT_NO_THROW(PackageFile(file(), job_)) << "looking at it changes nothing";
}

// Issue 9: a flipped byte anywhere in a package is noticed.
TEST_F(Package, NoticesAnyFlippedByte) {
    make(150'000);
    const std::uint64_t size = std::filesystem::file_size(file());
    std::vector<std::uint64_t> places;
    for (std::uint64_t at = 0; at < 100; ++at) {
        places.push_back(at);                      // SQLite's header
        places.push_back(size - 1 - at);           // the end of the seal
        places.push_back(size - kSealBytes + at);  // and its beginning
    }
    std::mt19937_64 random(333);
    while (places.size() < 1300)
        places.push_back(random() % size);
    for (const std::uint64_t at : places) {
        const auto mask = static_cast<unsigned char>(1U << (random() % 8));
        flip(file(), at, mask);
        const ErrorCode code = refusal().code();
        EXPECT_TRUE(code == ErrorCode::Corrupt || (code == ErrorCode::InvalidData && at < 100))
            << "byte " << at << ": " << toString(code);
        flip(file(), at, mask);
    }
    EXPECT_NO_THROW(PackageFile(file(), job_));
}

TEST_F(Package, SaysWhatIsDamaged) {
    make(150'000);
    const std::string all = readFile(file(), 1U << 30U);
    const std::string& large = bytesOf(150'000);
    flip(file(), all.find(large.substr(0, 64)), 1);
    EXPECT_THAT(refusal().message(), testing::HasSubstr("'models/large' is not what was stored"));
    EXPECT_THAT(refusal().remedy(), testing::HasSubstr("Copy the package again"));
    flip(file(), all.find(large.substr(0, 64)), 1);
    flip(file(), all.find("brf(patchcore)"), 1);
    EXPECT_THAT(refusal().message(), testing::HasSubstr("entry 'judge' is not what was stored"));
}

TEST_F(Package, NoticesALongerAndAShorterFile) {
    make(10'000);
    const std::uint64_t size = std::filesystem::file_size(file());
    std::filesystem::resize_file(file(), size + 4096);
    EXPECT_EQ(refusal().code(), ErrorCode::Corrupt);
    std::filesystem::resize_file(file(), size - 4096);
    EXPECT_EQ(refusal().code(), ErrorCode::Corrupt);
    std::filesystem::resize_file(file(), 150);
    EXPECT_EQ(refusal().code(), ErrorCode::Corrupt);
    std::filesystem::resize_file(file(), 50);
    EXPECT_EQ(refusal().code(), ErrorCode::InvalidData);
}

TEST_F(Package, OfANewerVersionIsRefusedAsSuch) {
    make(10'000);
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) - kSealBytes);
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    sealFile(file(), job_);
    EXPECT_EQ(refusal().code(), ErrorCode::NewerVersion);
}

TEST_F(Package, IsNotTakenForSomethingElse) {
    EXPECT_FALSE(isPackage(dir_ / "nothing"));
    EXPECT_FALSE(isPackage(dir_.path()));
    std::ofstream(file()) << std::string(200, 'x');
    EXPECT_FALSE(isPackage(file()));
    EXPECT_EQ(refusal().code(), ErrorCode::InvalidData);
    Project::create(dir_ / "p.segad");
    EXPECT_FALSE(isPackage(dir_ / "p.segad"));
    EXPECT_EQ(errorOf([&] { PackageFile(dir_ / "p.segad", job_); }).code(), ErrorCode::InvalidData);
}

TEST_F(Package, LeavesNothingWhenItIsGivenUp) {
    {
        PackageWriter writer(file());
        writer.item("forest.json", "{}");
        writer.seal(job_);
        EXPECT_NO_THROW(PackageFile(writer.sealedFile(), job_)) << "it can be tried before it is kept";
    }
    EXPECT_TRUE(std::filesystem::is_empty(dir_.path()));
}
}  // namespace
