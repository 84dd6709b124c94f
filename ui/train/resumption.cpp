#include "ui/train/resumption.h"

#include <QCoreApplication>

#include "ui/session/project_session.h"
#include "ui/session/training_watch.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::Resumption)
};
}  // namespace

void goOnWith(ProjectSession& session, const StoppedTraining& training) {
    TrainRequest request = training.request;
    request.project = session.file();
    request.resume = true;
    TrainingWatch::of(session.jobs())
        .start(request, Words::tr("Train %1").arg(detectorTitle(request.detector)), 0, training.curve.points);
}

}  // namespace segad::ui
