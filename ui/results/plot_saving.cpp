#include "ui/results/plot_saving.h"

#include <QCoreApplication>
#include <QCursor>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <array>

#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::PlotSaving)
};

struct Format {
    QString filter;
    QString suffix;
};

std::array<Format, 4> formats() {
    return {{{Words::tr("Picture (*.png)"), QStringLiteral("png")},
             {Words::tr("Drawing (*.svg)"), QStringLiteral("svg")},
             {Words::tr("Document (*.pdf)"), QStringLiteral("pdf")},
             {Words::tr("Table of its numbers (*.csv)"), QStringLiteral("csv")}}};
}

void savePlot(QWidget& owner, ProjectSession& session, const PlotFile& plot) {
    QStringList filters;
    for (const Format& format : formats())
        filters << format.filter;
    QString chosen;
    QString file = QFileDialog::getSaveFileName(&owner, Words::tr("Export: %1").arg(plot.title),
                                                plot.name + QStringLiteral(".png"),
                                                filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty()) return;
    // The format that was chosen counts where the name says none.
    if (QFileInfo(file).suffix().isEmpty()) {
        for (const Format& format : formats()) {
            if (format.filter == chosen) file += QLatin1Char('.') + format.suffix;
        }
    }
    if (writePlot(plot, file)) return;
    session.reportError(Error(ErrorCode::Io, file.toStdString(),
                              Words::tr("could not be written").toStdString(),
                              Words::tr("Choose a folder you may write to.").toStdString()));
}
}  // namespace

void savePlots(QWidget& owner, ProjectSession& session, const std::vector<PlotFile>& plots) {
    if (plots.empty()) return;
    if (plots.size() == 1) {
        savePlot(owner, session, plots.front());
        return;
    }
    auto* menu = new QMenu(&owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PlotFile& plot : plots) {
        QObject::connect(menu->addAction(plot.title + QStringLiteral(" …")), &QAction::triggered, &owner,
                         [&owner, &session, plot] { savePlot(owner, session, plot); });
    }
    const QPoint mouse = QCursor::pos();
    const QRect area(owner.mapToGlobal(QPoint()), owner.size());
    menu->popup(area.contains(mouse) ? mouse : area.center());
}

QPushButton* savingButton(const QString& tip) {
    auto* button = new QPushButton(icon(QStringLiteral("export")), Words::tr("Export plot …"));
    button->setToolTip(tip);
    return button;
}

}  // namespace segad::ui
