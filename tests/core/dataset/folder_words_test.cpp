#include "core/dataset/folder_words.h"

#include <gtest/gtest.h>

using namespace segad;

namespace {
TEST(FolderWords, KnowTheUsualNamesInAnyCase) {
    for (const char* name : {"good", "OK", "Normal", "good_2", "ok-01"})
        EXPECT_EQ(meaningOf(name).label, Label::Good) << name;
    for (const char* name : {"bad", "KO", "NG", "nok", "Not OK", "no-good", "anomaly", "defective"})
        EXPECT_EQ(meaningOf(name).label, Label::Bad) << name;
    EXPECT_EQ(meaningOf("Train").subset, Subset::Train);
    EXPECT_EQ(meaningOf("validation").subset, Subset::Train);
    EXPECT_EQ(meaningOf("test").subset, Subset::Test);
    for (const char* name : {"ground_truth", "Ground-Truth", "gt", "masks"})
        EXPECT_TRUE(meaningOf(name).masks) << name;
    EXPECT_TRUE(meaningOf("segments").aside);
}

TEST(FolderWords, PutJoinedWordsTogether) {
    const FolderMeaning both = meaningOf("normal_train");
    EXPECT_EQ(both.label, Label::Good);
    EXPECT_EQ(both.subset, Subset::Train);
    const FolderMeaning unseen = meaningOf("bad_unseen_defects");
    EXPECT_EQ(unseen.label, Label::Bad);
    EXPECT_TRUE(unseen.unseen);
}

TEST(FolderWords, LeaveNamesOfTheUsersAlone) {
    for (const char* name : {"scratch", "bad_with_template_in_train", "01", "goods", "", "_", "missing_wire",
                             "good_bad", "train_test", "logical_anomalies"})
        EXPECT_FALSE(meaningOf(name).known()) << name;
}
}  // namespace
