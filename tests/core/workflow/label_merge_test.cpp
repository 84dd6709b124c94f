// Tables of labels: out, through a spreadsheet, and back into a project that has gone on.
#include "core/workflow/label_merge.h"

#include <fstream>

#include "tests/core/workflow/project_fixture.h"

using namespace segad;

namespace {
class LabelTable : public test::ProjectFixture {
protected:
    Path table() const { return dir_ / "labels.csv"; }
    void exportLabels() {
        exportData({.project = file(), .table = ExportTable::Labels, .file = table()}, job_);
    }
    std::string text() const { return readFile(table(), 1U << 20U); }
    void write(const std::string& text) const { writeFileAtomically(table(), text); }
    /// Edits the table as a spreadsheet would.
    void edit(const std::string& from, const std::string& to) const {
        std::string all = text();
        const std::size_t at = all.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        write(all.replace(at, from.size(), to));
    }
    void label(const std::string& path, Label label, const std::string& type = {},
               const std::string& note = {}) const {
        Project project = open();
        const Parts::LabelChange change{
            .part = project.parts().findByPath(path)->id, .label = label, .defectType = type, .note = note};
        project.parts().setLabels({&change, 1}, "user");
    }
    LabelState state(const std::string& path) const {
        const PartRecord part = open().parts().findByPath(path).value();
        return {.label = part.label, .defectType = part.defectType, .note = part.note};
    }
    LabelMergePlan plan(bool restore = false) { return planLabelMerge(file(), table(), job_, restore); }
    LabelMergeReport merge(MergeConflicts conflicts = MergeConflicts::KeepProject) {
        return mergeLabels({.project = file(), .table = table(), .conflicts = conflicts}, job_);
    }
};

TEST_F(LabelTable, UneditedChangesNothing) {
    importTiny();
    label("test/good/000.png", Label::Bad, "dent, deep", "first line\nsecond \"line\"; end");
    exportLabels();
    LabelMergePlan same = plan();
    EXPECT_EQ(same.read, 24U);
    EXPECT_TRUE(same.rows.empty());
    EXPECT_TRUE(same.problems.empty());
    EXPECT_TRUE(same.knowsRevisions);
    label("test/good/000.png", Label::Good);
    label("test/good/001.png", Label::Bad, "hole");
    EXPECT_TRUE(plan().rows.empty()) << "the project went on, the table did not";
    EXPECT_EQ(merge().changed, 0);
    EXPECT_EQ(state("test/good/001.png").defectType, "hole");
    const LabelMergePlan back = plan(true);
    EXPECT_EQ(back.rows.size(), 2U) << "unless the old state is what is wanted";
    EXPECT_EQ(back.conflicts(), 0U);
}

TEST_F(LabelTable, EditsOfBothSidesCountAndContradictionsAreConflicts) {
    importTiny();
    exportLabels();
    edit("test/good/000.png,good,,", "test/good/000.png,bad,dent,");
    edit("test/good/001.png,good,,", "test/good/001.png,bad,dent,from the table");
    edit("test/good/002.png,good,,", "test/good/002.png,good,,look again");
    edit("test/hole/000.png,bad,hole,", "test/hole/000.png,good,hole,");
    edit("test/hole/001.png,bad,hole,", "test/hole/001.png,good,hole,");
    label("test/good/001.png", Label::Bad, "scratch");
    label("test/good/002.png", Label::Bad, "hole");
    label("test/hole/001.png", Label::Good);
    const LabelMergePlan planned = plan();
    EXPECT_EQ(planned.rows.size(), 4U);
    EXPECT_EQ(planned.conflicts(), 1U);
    const LabelMergeRow& conflict = planned.rows[1];
    EXPECT_EQ(conflict.path, "test/good/001.png");
    EXPECT_EQ(conflict.base, (LabelState{.label = Label::Good}));
    EXPECT_EQ(conflict.project.defectType, "scratch");
    EXPECT_EQ(conflict.table.defectType, "dent");
    EXPECT_EQ(conflict.merged, (LabelState{Label::Bad, "scratch", "from the table"}));
    EXPECT_EQ(resolved(conflict, MergeConflicts::TakeTable),
              (LabelState{Label::Bad, "dent", "from the table"}));

    Job watched;
    const auto dry = mergeLabels({.project = file(), .table = table(), .dryRun = true}, watched);
    EXPECT_EQ(dry.changed, 4);
    EXPECT_EQ(state("test/good/000.png").label, Label::Good);
    EXPECT_EQ(merge().changed, 4);
    EXPECT_EQ(job_.warnings().size(), 1U) << "the conflict";
    EXPECT_EQ(state("test/good/000.png"), (LabelState{Label::Bad, "dent", ""}));
    EXPECT_EQ(state("test/good/001.png"), (LabelState{Label::Bad, "scratch", "from the table"}));
    EXPECT_EQ(state("test/good/002.png"), (LabelState{Label::Bad, "hole", "look again"}));
    EXPECT_EQ(state("test/hole/000.png"), (LabelState{Label::Good, "", ""})) << "good parts have no defect";
    EXPECT_EQ(open().parts().labelHistory(open().parts().findByPath("train/good/000.png")->id).size(), 1U)
        << "untouched";
    EXPECT_EQ(merge(MergeConflicts::TakeTable).changed, 1);
    EXPECT_EQ(state("test/good/001.png").defectType, "dent");
}

TEST_F(LabelTable, SurvivesSpreadsheets) {
    importTiny();
    label("test/good/000.png", Label::Bad, "Kratzer größer", "Zeile 1\nZeile 2; \"schräg\"");
    exportLabels();
    const std::string asExported = text();
    const auto expectOneChange = [&](const char* what) {
        const LabelMergePlan planned = plan();
        EXPECT_TRUE(planned.problems.empty()) << what << ": " << planned.problems.front().what();
        ASSERT_EQ(planned.rows.size(), 1U) << what;
        EXPECT_EQ(planned.rows[0].path, "test/good/003.png") << what;
        EXPECT_EQ(planned.rows[0].merged, (LabelState{Label::Bad, "Öl", ""})) << what;
    };
    edit("test/good/003.png,good,,", "test/good/003.png,bad,Öl,");
    const std::string edited = text();
    expectOneChange("as it is");
    write("\xEF\xBB\xBF" + edited);
    expectOneChange("byte-order mark");

    // Excel in Germany: semicolons; the quoted newline as CRLF.
    const auto semicolons = [](std::string text) {
        bool quoted = false;
        for (char& c : text) {
            if (c == '"') quoted = !quoted;
            if (!quoted && c == ',') c = ';';
        }
        return text;
    };
    std::string crlf = semicolons(edited);
    crlf.replace(crlf.find("1\nZ"), 3, "1\r\nZ");
    write(crlf);
    expectOneChange("semicolons and CRLF in quotes");
    write("sep=;\r\n" + crlf);
    expectOneChange("a stated separator");

    std::string ansi;
    std::string wide = "\xFF\xFE";
    const std::string& tabbed = edited;
    for (std::size_t i = 0; i < tabbed.size(); ++i) {
        const auto byte = static_cast<unsigned char>(tabbed[i]);
        unsigned character = byte;
        if (byte >= 0xC2) {
            character = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(tabbed[i + 1]) & 0x3FU);
            ++i;
        }
        ansi += static_cast<char>(character);
        wide += static_cast<char>(character);
        wide += '\0';
    }
    write(ansi);
    expectOneChange("Windows-1252");
    write(wide);
    expectOneChange("UTF-16");
}

TEST_F(LabelTable, ColumnsMayStandInAnyOrderAndAmongOthers) {
    importTiny();
    write("Remark,Label,PATH\nx,BAD,test/good/000.png\ny,,test/good/001.png\nz, bad ,test\\good\\002.png\n");
    const LabelMergePlan planned = plan();
    EXPECT_EQ(planned.ignoredColumns, std::vector<std::string>{"remark"});
    EXPECT_FALSE(planned.knowsRevisions);
    EXPECT_EQ(planned.read, 3U);
    EXPECT_EQ(planned.conflicts(), 0U);
    EXPECT_EQ(merge().changed, 2);
    EXPECT_EQ(state("test/good/000.png").label, Label::Bad);
    EXPECT_EQ(state("test/good/001.png").label, Label::Good) << "an empty cell says nothing";
    EXPECT_EQ(state("test/good/002.png").label, Label::Bad);
}

TEST_F(LabelTable, RowsThatCannotBeUsedAreNamedAndTheRestCounts) {
    importTiny();
    write(
        "path,label,defect_type\n"
        "test/good/000.png,bad,\"dent, deep\"\n"
        "nowhere.png,good,\n"
        "test/good/001.png,maybe,\n"
        "test/good/000.png,good,\n"
        ",bad,\n"
        "test/good/000.png,bad,\"dent, deep\"\n");
    EXPECT_EQ(merge().changed, 1);
    ASSERT_EQ(job_.warnings().size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string line = "line " + std::to_string(3 + i);
        EXPECT_NE(job_.warnings()[i].subject().find(line), std::string::npos) << job_.warnings()[i].what();
    }
    EXPECT_EQ(state("test/good/000.png").defectType, "dent, deep");
    write("part,label\nx,good\n");
    EXPECT_THROW(plan(), Error);
}

TEST_F(LabelTable, OfSeveralSourcesNamesPartsByTheirWholePath) {
    importTiny();
    test::TinyDataset{.trainGood = 2, .testGood = 1, .testBad = 2}.write(dir_ / "more");
    importFolder({.project = file(), .folder = dir_ / "more"}, job_);
    exportLabels();
    EXPECT_TRUE(plan().rows.empty());
    EXPECT_EQ(plan().read, 29U);
    edit((dir_ / "more/test/good/000.png").string() + ",good,",
         (dir_ / "more/test/good/000.png").string() + ",bad,dent");
    EXPECT_EQ(merge().changed, 1);
    write("path,label\ntest/good/000.png,bad\n");
    EXPECT_EQ(plan().problems.size(), 1U) << "two parts go by this name";
}
}  // namespace
