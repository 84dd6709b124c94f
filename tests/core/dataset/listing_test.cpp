// What is found below a folder, what is passed over, and what can't be read.
#include "core/dataset/listing.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "tests/core/dataset/dataset_builder.h"

using namespace segad;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {
namespace fs = std::filesystem;

TEST(Listing, FindsPicturesByExtensionInOrder) {
    test::DatasetBuilder data;
    for (const char* name :
         {"b/2.JPG", "b/10.jpeg", "a.webp", "b-c/1.tif", "b/1.Tiff", "Z.bmp", "x.pgm", "y.ppm"})
        data.touch(name);
    EXPECT_THAT(data.listing().pictures, ElementsAre("Z.bmp", "a.webp", "b/1.Tiff", "b/10.jpeg", "b/2.JPG",
                                                     "b-c/1.tif", "x.pgm", "y.ppm"));
}

TEST(Listing, PassesOverWhatIsNoPicture) {
    test::DatasetBuilder data;
    for (const char* name :
         {"a.png", ".hidden.png", ".git/x.png", "Thumbs.db", ".DS_Store", "__MACOSX/a.png", "desktop.ini",
          "readme.txt", "list.csv", "sub/info.json", "map.npy", "map2.npy", "LICENSE"})
        data.touch(name);
    const Listing listing = data.listing();
    EXPECT_THAT(listing.pictures, ElementsAre("a.png"));
    EXPECT_THAT(listing.tables, ElementsAre("list.csv", "sub/info.json"));
    ASSERT_EQ(listing.findings.size(), 2U);
    EXPECT_EQ(listing.findings[0].message, "1 file without an extension passed over");
    EXPECT_EQ(listing.findings[1].message, "2 files ending in .npy passed over");
    EXPECT_TRUE(listing.hasPicture("a.png"));
    EXPECT_FALSE(listing.hasPicture("b.png"));
    EXPECT_TRUE(listing.hasTable("list.csv"));
}

TEST(Listing, FollowsLinksButNotInCircles) {
    test::DatasetBuilder data;
    test::DatasetBuilder elsewhere;
    elsewhere.touch("far.png");
    data.touch("a/1.png");
    fs::create_directory_symlink(data.root(), data / "a/loop");
    fs::create_directory_symlink(elsewhere.root(), data / "b");
    fs::create_symlink(data / "a/1.png", data / "link.png");
    fs::create_symlink(data / "gone.png", data / "broken.png");
    const Listing listing = data.listing();
    EXPECT_THAT(listing.pictures, ElementsAre("a/1.png", "b/far.png", "link.png"));
    EXPECT_THAT(test::findingWith(listing.findings, FindingKind::Warning, "leads back"),
                HasSubstr("not followed"));
    EXPECT_FALSE(test::findingWith(listing.findings, FindingKind::Error, "points to nothing").empty());
}

TEST(Listing, ReportsNamesThatCantBeStored) {
    test::DatasetBuilder data;
    data.touch("good.png")
        .touch(
            "b\xff"
            "d.png")
        .touch("\xc3\xa4.png");
    const Listing listing = data.listing();
    EXPECT_THAT(listing.pictures, ElementsAre("good.png", "\xc3\xa4.png"));
    ASSERT_EQ(listing.findings.size(), 1U);
    EXPECT_EQ(listing.findings[0].kind, FindingKind::Error);
    EXPECT_EQ(listing.findings[0].path, "b?d.png");
}

TEST(Listing, NeverOpensAPipe) {
    test::DatasetBuilder data;
    data.touch("a.png");
    ASSERT_EQ(::mkfifo((data / "pipe.png").c_str(), 0600), 0);
    const Listing listing = data.listing();
    EXPECT_THAT(listing.pictures, ElementsAre("a.png"));
    EXPECT_FALSE(test::findingWith(listing.findings, FindingKind::Error, "not a regular file").empty());
}

/// Root may read everything: for the scope, whoever runs the test is nobody in particular.
class AsNobody {
public:
    AsNobody() { EXPECT_EQ(::seteuid(user_ == 0 ? 65534 : user_), 0); }
    ~AsNobody() { EXPECT_EQ(::seteuid(user_ == 0 ? 0 : user_), 0); }

private:
    uid_t user_ = ::geteuid();
};

TEST(Listing, GoesOnAfterAFolderThatCantBeRead) {
    test::DatasetBuilder data;
    data.touch("a.png").touch("locked/b.png");
    fs::permissions(data.root(), fs::perms(0755));
    fs::permissions(data / "locked", fs::perms::none);
    Listing listing;
    {
        const AsNobody nobody;
        listing = data.listing();
    }
    fs::permissions(data / "locked", fs::perms::owner_all);
    EXPECT_THAT(listing.pictures, ElementsAre("a.png"));
    ASSERT_EQ(listing.findings.size(), 1U);
    EXPECT_EQ(listing.findings[0].kind, FindingKind::Error);
    EXPECT_EQ(listing.findings[0].path, "locked");
}

TEST(Listing, RefusesARootThatIsNoFolder) {
    test::DatasetBuilder data;
    data.touch("a.png");
    Job job;
    const auto codeFor = [&](const Path& root) {
        try {
            listFolder(root, job);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    EXPECT_EQ(codeFor(data / "nowhere"), ErrorCode::NotFound);
    EXPECT_EQ(codeFor(data / "a.png"), ErrorCode::InvalidData);
    EXPECT_EQ(codeFor(data / "a.png/x"), ErrorCode::NotFound);
}

TEST(Listing, CanBeCancelled) {
    test::DatasetBuilder data;
    data.touchMany("many", 300);
    Job job;
    job.cancel();
    EXPECT_THROW(listFolder(data.root(), job), Cancelled);
}

TEST(Listing, KeepsTheRootAbsoluteAndWithoutTrailingSlash) {
    test::DatasetBuilder data;
    data.touch("a.png");
    Job job;
    EXPECT_EQ(listFolder(data.root() / "", job).root, data.root());
    EXPECT_EQ(listFolder(data.root() / "x" / "..", job).root, data.root());
}

TEST(Paths, AreTakenApart) {
    EXPECT_THAT(pathParts("a/b/c.png"), ElementsAre("a", "b", "c.png"));
    EXPECT_TRUE(pathParts("").empty());
    EXPECT_EQ(joinParts({"a", "b"}), "a/b");
    EXPECT_EQ(folderOf("a/b.png"), "a");
    EXPECT_EQ(folderOf("b.png"), "");
    EXPECT_EQ(fileNameOf("a/b.png"), "b.png");
    EXPECT_EQ(stemOf("a/b.c.png"), "b.c");
    EXPECT_EQ(stemOf("a.b/.png"), ".png");
    EXPECT_EQ(extensionOf("a.b/c.PNG"), ".png");
    EXPECT_EQ(extensionOf("a.b/c"), "");
    EXPECT_EQ(joined("", "a"), "a");
}
}  // namespace
