#include "core/dataset/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"

using namespace segad;
using testing::HasSubstr;

namespace {
TEST(Csv, ReadsQuotesLineBreaksAndWindowsFiles) {
    const CsvTable table = CsvTable::parse(
        "\xEF\xBB\xBFImage, Label ,mask\r\n"
        "a.png,\"bent, and \"\"broken\"\"\",\r\n"
        "\r\n"
        "b.png,\"two\nlines\",m.png\r\n"
        "c.png",
        "t.csv");
    ASSERT_EQ(table.rowCount(), 3U);
    const std::size_t label = table.column("label");
    EXPECT_EQ(table.at(0, label), "bent, and \"broken\"");
    EXPECT_EQ(table.at(0, table.column("mask")), "");
    EXPECT_EQ(table.at(1, label), "two\nlines");
    EXPECT_EQ(table.line(1), 4U);
    EXPECT_EQ(table.line(2), 6U);
    EXPECT_EQ(table.at(2, table.column("image")), "c.png");
    EXPECT_EQ(table.at(2, label), "");
    EXPECT_FALSE(table.find("nothing").has_value());
}

void expectRefused(const std::string& text, const std::string& why) {
    try {
        CsvTable::parse(text, "t.csv").column("label");
        FAIL() << "accepted: " << text;
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        EXPECT_EQ(error.subject(), "t.csv");
        EXPECT_THAT(error.what(), HasSubstr(why));
    }
}

TEST(Csv, SaysWhatIsWrong) {
    expectRefused("", "empty");
    expectRefused("\n\n", "empty");
    expectRefused("image,label\na,\"open\nb,c\n", "line 2: a quote is never closed");
    expectRefused("image,label\na,b,c\n", "line 2 has 3 fields, the header 2");
    expectRefused("image,kind\na,b\n", "it has: image, kind");
}
}  // namespace
