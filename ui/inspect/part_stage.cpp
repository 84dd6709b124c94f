#include "ui/inspect/part_stage.h"

#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/image/image.h"
#include "ui/inspect/part_scorer.h"
#include "ui/session/background.h"
#include "ui/viewer/viewer_settings.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
/// Other processors give scores that differ by rounding.
constexpr double kSameScore = 1e-4;

bool isSameScore(double a, double b) {
    return std::abs(a - b) <= kSameScore * std::max(1.0, std::abs(b));
}
}  // namespace

PartStage::PartStage(QWidget* parent) : QWidget(parent), canvas_(new ImageCanvas), outline_(*canvas_) {
    pool_.setMaxThreadCount(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(canvas_);
    canvas_->setOverlay(&outline_);
    canvas_->setMinimapShown(true);
}

PartStage::~PartStage() {
    canvas_->setOverlay(nullptr);
    pool_.clear();
    pool_.waitForDone();
}

void PartStage::setScorer(PartScorer& scorer) {
    scorer_ = &scorer;
    connect(&scorer, &PartScorer::toggled, this, [this] {
        if (part_ && isBare()) readAgain();
    });
}

/// Nothing but its file is known of its picture.
bool PartStage::isBare() const {
    return !part_->picture && part_->noVerdict != NoVerdict::Unreadable;
}

void PartStage::setPart(const RecentParts::Part& part, const QString& message) {
    const bool same = part && part_ && part->number == part_->number && part->file == part_->file &&
                      part->picture == part_->picture;
    part_ = part;
    if (same) return;
    ++shown_;
    outline_.setSegment(nullptr, -1);
    canvas_->setNotice({});
    if (part && part->picture) {
        show(*part);
        return;
    }
    canvas_->setPicture(nullptr);
    canvas_->setMessage(!part ? message : noticeOn(*part));
    if (part && isBare()) readAgain();
}

void PartStage::show(const LivePart& part) {
    if (part.picture->map) {
        canvas_->setHeatScale(HeatScale{.colors = viewer_settings::heatColors(),
                                        .low = part.range.low,
                                        .high = part.range.high,
                                        .percentiles = {}});
    }
    // On a part that passes it would look like a defect.
    if (part_->verdict != Verdict::Pass) outline_.setSegment(part.picture->segments, part.topSegment);
    canvas_->setPicture(part.picture);
    canvas_->setNotice(noticeOn(part));
}

void PartStage::readAgain() {
    if (!canvas_->picture()) canvas_->setMessage(tr("Reading the picture again …"));
    runInBackground(
        this, pool_,
        [file = Path(part_->file.toStdString())] {
            try {
                return plainPicture(decodeImage(file).rgb);
            } catch (const Error& error) {
                auto none = std::make_shared<PartPicture>();
                none->error = errorText(error);
                return none;
            }
        },
        [this, number = shown_](const std::shared_ptr<PartPicture>& picture) {
            if (number != shown_) return;
            outline_.setSegment(nullptr, -1);
            canvas_->setPicture(picture);
            if (!picture->error.isEmpty()) return;
            if (!part_->verdict)
                canvas_->setNotice(noticeOn(*part_));
            else
                scoreAgain();
        });
}

void PartStage::scoreAgain() {
    if (scorer_ == nullptr || model_.empty()) {
        canvas_->setNotice(tr("without its heatmap, which is kept of the newest parts only"));
        return;
    }
    if (!scorer_->isOn()) {
        canvas_->setNotice(
            tr("without its heatmap, which is kept of the newest parts only; Heatmaps judges it "
               "again"));
        return;
    }
    canvas_->setNotice(tr("judging it again, for its heatmap …"));
    scorer_->score(
        model_, Path(part_->file.toStdString()), [this, number = shown_](const PartScorer::Answer& answer) {
            if (number != shown_) return;
            if (!answer.problem.isEmpty()) {
                canvas_->setNotice(tr("no heatmap: %1").arg(answer.problem));
                return;
            }
            show(answer.part);
            if (isSameScore(answer.part.score, part_->score)) return;
            const QLocale locale;
            canvas_->setNotice(
                tr("What judges has changed since, or the picture: the score is %1 "
                   "now and was %2")
                    .arg(locale.toString(answer.part.score, 'f', 3), locale.toString(part_->score, 'f', 3)));
        });
}

}  // namespace segad::ui
