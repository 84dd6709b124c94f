#include "ui/viewer/region_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/session/project_session.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_editor.h"
#include "ui/widgets/icons.h"

namespace segad::ui {

namespace {
constexpr int kDistance = 10;
}

RegionHint::RegionHint(ProjectSession& session, RegionEditor& editor, ImageCanvas& canvas)
    : QFrame(&canvas), canvas_(canvas) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    auto* text = new QLabel(tr("This part is labelled good, but has a region."));
    auto* bad = new QPushButton(icon(QStringLiteral("bad")), tr("Mark as bad"));
    bad->setToolTip(tr("Label this part bad (2)"));
    bad->setAccessibleName(bad->toolTip());
    auto* keep = new QPushButton(tr("Leave it"));
    keep->setToolTip(tr("Keep the label; the region stays"));
    keep->setAccessibleName(keep->toolTip());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 6, 6);
    row->addWidget(text);
    row->addWidget(bad);
    row->addWidget(keep);
    hide();
    connect(bad, &QPushButton::clicked, this, [&session] {
        const PartId part = session.currentPart();
        session.setLabel(std::span(&part, 1), Label::Bad);
    });
    connect(keep, &QPushButton::clicked, this, [this, &session] {
        left_ = session.currentPart();
        hide();
    });
    connect(&editor.regions(), &RegionSurface::goodPartPainted, this, [this, &session](bool painted) {
        setVisible(painted && session.currentPart() != left_);
        place();
    });
    canvas.installEventFilter(this);
}

bool RegionHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

void RegionHint::place() {
    adjustSize();
    move((canvas_.width() - width()) / 2, kDistance);
}

}  // namespace segad::ui
