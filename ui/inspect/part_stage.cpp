#include "ui/inspect/part_stage.h"

#include <QVBoxLayout>

#include "core/image/image.h"
#include "ui/session/background.h"
#include "ui/viewer/viewer_settings.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

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

void PartStage::setPart(const RecentParts::Part& part, const QString& message) {
    const qint64 number = part ? part->number : 0;
    if (number != 0 && number == shown_ && canvas_->picture() == part->picture) return;
    shown_ = number;
    outline_.setSegment(nullptr, -1);
    canvas_->setNotice({});
    if (!part || !part->picture) {
        canvas_->setPicture(nullptr);
        canvas_->setMessage(!part ? message : part->error);
        if (part && part->error.isEmpty()) readAgain(part);
        return;
    }
    if (part->picture->map) {
        canvas_->setHeatScale(HeatScale{.colors = viewer_settings::heatColors(),
                                        .low = part->range.low,
                                        .high = part->range.high,
                                        .percentiles = {}});
    }
    outline_.setSegment(part->picture->segments, part->topSegment);
    canvas_->setPicture(part->picture);
}

void PartStage::readAgain(const RecentParts::Part& part) {
    canvas_->setMessage(tr("Reading the picture again …"));
    runInBackground(
        this, pool_,
        [file = Path(part->file.toStdString())] {
            try {
                return plainPicture(decodeImage(file).rgb);
            } catch (const Error& error) {
                auto none = std::make_shared<PartPicture>();
                none->error = errorText(error);
                return none;
            }
        },
        [this, number = part->number](const std::shared_ptr<PartPicture>& picture) {
            if (number != shown_) return;
            canvas_->setPicture(picture);
            if (picture->error.isEmpty())
                canvas_->setNotice(tr("without its heatmap, which is kept of the newest parts only"));
        });
}

}  // namespace segad::ui
