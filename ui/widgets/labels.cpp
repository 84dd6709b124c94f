#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "core/detector/catalog.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::Words)
};
const QColor kGood(0x00, 0x9E, 0x73);
const QColor kBad(0xD5, 0x5E, 0x00);
const QColor kReview(0xE6, 0x9F, 0x00);
const QColor kUnlabelled(0x80, 0x80, 0x80);
}  // namespace

QString labelText(Label label) {
    switch (label) {
        case Label::Good:
            return Words::tr("good");
        case Label::Bad:
            return Words::tr("bad");
        case Label::Unlabelled:
            return Words::tr("unlabelled");
    }
    return {};
}

QString roleText(Role role) {
    switch (role) {
        case Role::None:
            return Words::tr("none");
        case Role::Train:
            return Words::tr("train");
        case Role::Calibrate:
            return Words::tr("calibrate");
        case Role::Fit:
            return Words::tr("fit");
        case Role::Test:
            return Words::tr("test");
    }
    return {};
}

QString verdictText(Verdict verdict) {
    switch (verdict) {
        case Verdict::Pass:
            return Words::tr("pass");
        case Verdict::Review:
            return Words::tr("review");
        case Verdict::Reject:
            return Words::tr("reject");
    }
    return {};
}

QString noVerdictText(std::optional<NoVerdict> why) {
    if (!why) return Words::tr("no verdict");
    switch (*why) {
        case NoVerdict::Unreadable:
            return Words::tr("unreadable");
        case NoVerdict::NoSegments:
            return Words::tr("no segment map");
        case NoVerdict::NotScored:
            return Words::tr("not judged");
    }
    return {};
}

QString outcomeText(RunOutcome outcome) {
    switch (outcome) {
        case RunOutcome::Running:
            return Words::tr("running");
        case RunOutcome::Done:
            return Words::tr("done");
        case RunOutcome::Failed:
            return Words::tr("failed");
        case RunOutcome::Cancelled:
            return Words::tr("cancelled");
    }
    return {};
}

QString runKindText(RunKind kind) {
    switch (kind) {
        case RunKind::Import:
            return Words::tr("Import");
        case RunKind::Segment:
            return Words::tr("Segments");
        case RunKind::Train:
            return Words::tr("Detector");
        case RunKind::Score:
            return Words::tr("Scoring");
        case RunKind::Fit:
            return Words::tr("Forest");
        case RunKind::Evaluate:
            return Words::tr("Evaluation");
        case RunKind::Inspect:
            return Words::tr("Inspection");
    }
    return {};
}

QString detectorTitle(const std::string& key) {
    if (key.empty()) return Words::tr("area");
    const DetectorInfo* row = findDetector(key);
    return QString::fromStdString(row == nullptr ? key : row->title);
}

QString labelMark(Label label) {
    switch (label) {
        case Label::Good:
            return QStringLiteral("✓");
        case Label::Bad:
            return QStringLiteral("✕");
        case Label::Unlabelled:
            return QStringLiteral("?");
    }
    return {};
}

QString verdictMark(Verdict verdict) {
    switch (verdict) {
        case Verdict::Pass:
            return QStringLiteral("✓");
        case Verdict::Review:
            return QStringLiteral("◐");
        case Verdict::Reject:
            return QStringLiteral("✕");
    }
    return {};
}

QColor labelColor(Label label) {
    switch (label) {
        case Label::Good:
            return kGood;
        case Label::Bad:
            return kBad;
        case Label::Unlabelled:
            return kUnlabelled;
    }
    return kUnlabelled;
}

QColor verdictColor(Verdict verdict) {
    switch (verdict) {
        case Verdict::Pass:
            return kGood;
        case Verdict::Review:
            return kReview;
        case Verdict::Reject:
            return kBad;
    }
    return kUnlabelled;
}

Verdict verdictOf(double score, const ThresholdRecord& thresholds) {
    if (score >= thresholds.reject) return Verdict::Reject;
    return score >= thresholds.review ? Verdict::Review : Verdict::Pass;
}

QString percent(const std::optional<double>& fraction) {
    if (!fraction || !std::isfinite(*fraction)) return QStringLiteral("—");
    return QLocale().toString(*fraction * 100, 'f', 1);
}

QString duration(double seconds) {
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 1 && seconds > 0) {
        const auto milliseconds = std::llround(seconds * 1000);
        return Words::tr("%1 ms").arg(milliseconds > 0 ? QString::number(milliseconds)
                                                       : QStringLiteral("< 1"));
    }
    if (whole < 60) return Words::tr("%1 s").arg(whole);
    if (whole < 3600) return Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Words::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

}  // namespace segad::ui
