#include "ui/data/part_history.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::PartHistory)
};

QString originWord(const std::string& origin) {
    if (origin == "import") return Words::tr("import");
    if (origin == "undo") return Words::tr("taken back");
    if (origin == "redo") return Words::tr("set again");
    return QString::fromStdString(origin);
}

QString by(const std::string& origin, const std::string& who) {
    QString name = QString::fromStdString(who);
    if (origin == "user" && !name.isEmpty()) return name;
    return name.isEmpty() ? originWord(origin) : QStringLiteral("%1, %2").arg(originWord(origin), name);
}

/// What an entry changed of what was there before it.
QString labelWords(const LabelHistoryRecord& entry, const LabelHistoryRecord* before) {
    QStringList words;
    const bool first = before == nullptr;
    const bool sameLabel = !first && before->label == entry.label;
    const bool sameType = !first && before->defectType == entry.defectType;
    if (!sameLabel || (!sameType && !entry.defectType.empty())) {
        const QString name =
            entry.defectType.empty() ? labelText(entry.label) : QString::fromStdString(entry.defectType);
        words << Words::tr("%1 %2").arg(labelMark(entry.label), name);
    } else if (!sameType) {
        words << Words::tr("defect type removed");
    }
    const std::string noteBefore = first ? std::string() : before->note;
    if (entry.note != noteBefore) {
        words << (entry.note.empty()
                      ? Words::tr("note removed")
                      : Words::tr("note: %1").arg(QString::fromStdString(entry.note).simplified()));
    }
    if (words.isEmpty()) words << Words::tr("%1 %2").arg(labelMark(entry.label), labelText(entry.label));
    return words.join(QStringLiteral(" · "));
}

void addLabels(const ProjectSession& session, PartId part, std::vector<PartEvent>& events) {
    const std::vector<LabelHistoryRecord> labels = session.history(part);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelHistoryRecord* before = i + 1 < labels.size() ? &labels[i + 1] : nullptr;
        events.push_back({labels[i].at, labelWords(labels[i], before), by(labels[i].origin, labels[i].who)});
    }
}

void addRegions(const ProjectSession& session, const PartRecord& part, std::vector<PartEvent>& events) {
    for (const AuditRecord& entry : session.auditOf(part.path)) {
        // Two sources may have pictures of the same name.
        if (entry.action != "regions" || entry.detail.value("part", part.id) != part.id) continue;
        const int count = entry.detail.value("regions", 0);
        events.push_back(
            {entry.at,
             count == 0 ? Words::tr("regions removed") : Words::tr("%n region(s) painted", nullptr, count),
             by(entry.detail.value("origin", std::string()), entry.who)});
    }
}
}  // namespace

std::vector<PartEvent> partHistory(const ProjectSession& session, const PartRecord& part) {
    std::vector<PartEvent> events;
    addLabels(session, part.id, events);
    addRegions(session, part, events);
    const auto source = std::ranges::find(session.data().sources, part.source, &SourceRecord::id);
    if (source != session.data().sources.end() && !source->importedAt.empty())
        events.push_back({source->importedAt, Words::tr("imported"), QString()});
    std::ranges::stable_sort(events, std::greater(), &PartEvent::at);
    return events;
}

}  // namespace segad::ui
