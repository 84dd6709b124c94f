#include "ui/viewer/compare_contents.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <functional>
#include <set>

#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
using Kind = CompareContent::Kind;
constexpr std::size_t kParts = 6;  // beside each other, by one detector

struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::CompareGrid)
};

/// The current part first.
std::vector<PartId> comparedParts(ProjectSession& session, const CompareHeader& header) {
    const ProjectData& project = session.data();
    std::vector<PartId> parts{session.currentPart()};
    const auto add = [&](PartId part) {
        if (parts.size() < kParts && part != parts.front()) parts.push_back(part);
    };
    if (header.parts() == CompareParts::Highest) {
        std::vector<std::pair<double, PartId>> scores;
        if (const auto run = project.scores.find(session.shownRun()); run != project.scores.end())
            for (const auto& [part, score] : run->second.byPart)
                scores.emplace_back(score.imageScore, part);
        const auto wanted = std::min<std::ptrdiff_t>(std::ssize(scores), kParts);
        std::ranges::partial_sort(scores, scores.begin() + wanted, std::greater());
        for (std::ptrdiff_t i = 0; i < wanted; ++i)
            add(scores[static_cast<std::size_t>(i)].second);
    } else {
        // What is selected, else what follows in the gallery, as it is sorted and filtered there.
        const PartView& shown = session.view();
        const std::vector<PartId> selected = shown.selected();
        if (selected.size() > 1) {
            for (const PartId part : selected)
                add(part);
            return parts;
        }
        const auto rows = static_cast<int>(shown.rows().size());
        for (int row = shown.rowOf(parts.front()) + 1; row < rows && parts.size() < kParts; ++row)
            add(shown.part(row).id);
    }
    return parts;
}

QString mapCaption(const ProjectSession& session, const CompareHeader& header,
                   const CompareContent& content) {
    const ProjectData& project = session.data();
    QString text;
    if (header.mode() == CompareMode::Parts) {
        const auto row = project.rowOf.find(content.part);
        if (row == project.rowOf.end()) return {};
        const PartRecord& part = project.parts[row->second];
        text = labelMark(part.label) + QLatin1Char(' ') +
               QFileInfo(QString::fromStdString(part.path)).fileName();
    } else if (const RunRecord* run = project.run(content.run)) {
        text = Words::tr("%1 · run %2").arg(detectorTitle(run->subject)).arg(content.run);
    }
    if (const ScoreRecord* score = project.score(content.run, content.part))
        text += Words::tr("  ·  score %1").arg(QLocale().toString(score->imageScore, 'g', 4));
    return text;
}

QString differenceCaption(const ProjectSession& session, const CompareHeader& header) {
    const RunRecord* first = session.data().run(header.first());
    const RunRecord* second = session.data().run(header.second());
    if (first == nullptr || second == nullptr) return {};
    return Words::tr("Orange: %1 sees more · blue: %2 sees more")
        .arg(detectorTitle(first->subject), detectorTitle(second->subject));
}
}  // namespace

std::vector<RunId> comparedRuns(const ProjectSession& session) {
    std::vector<RunId> runs;
    std::set<std::string> known;
    // Newest first.
    for (const RunRecord* run : session.data().scoredRuns(RunKind::Train)) {
        if (known.insert(run->subject).second || run->id == session.shownRun()) runs.push_back(run->id);
    }
    std::ranges::sort(runs);
    return runs;
}

std::vector<CompareContent> compareContents(ProjectSession& session, const CompareHeader& header) {
    const PartId part = session.currentPart();
    std::vector<CompareContent> contents;
    if (header.mode() == CompareMode::Parts) {
        for (const PartId compared : comparedParts(session, header))
            contents.push_back({Kind::Map, compared, session.shownRun()});
        return contents;
    }
    contents.push_back({Kind::Picture, part, 0});
    if (header.mode() == CompareMode::Detectors) {
        for (const RunId run : comparedRuns(session))
            contents.push_back({Kind::Map, part, run});
    } else if (header.first() != 0) {
        contents.push_back({Kind::Map, part, header.first()});
        contents.push_back({Kind::Map, part, header.second()});
        contents.push_back({Kind::Difference, part, header.first()});
    }
    return contents;
}

QString compareCaption(const ProjectSession& session, const CompareHeader& header,
                       const CompareContent& content) {
    switch (content.kind) {
        case Kind::Picture: {
            const PartRecord* part = session.currentRecord();
            return part == nullptr ? QString() : QString::fromStdString(part->path);
        }
        case Kind::Map:
            return mapCaption(session, header, content);
        case Kind::Difference:
            return differenceCaption(session, header);
    }
    return {};
}

bool isChosen(const ProjectSession& session, const CompareHeader& header, const CompareContent& content) {
    if (content.kind != Kind::Map) return false;
    return header.mode() == CompareMode::Parts ? content.part == session.currentPart()
                                               : content.run == session.shownRun();
}

}  // namespace segad::ui
