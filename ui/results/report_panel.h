// A report that a job makes and the project keeps: a verdict in bold, remarks, a button that makes it, a plot
// and a table with a row for each line of it. What the report is, and how it is drawn, the panels say that
// are made of this one.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/results/report_words.h"
#include "ui/results/seen_reader.h"
#include "ui/session/project_session.h"
#include "ui/widgets/plot_export.h"

class QAction;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace segad::ui {

class ReportPanel : public QWidget {
    Q_OBJECT

Q_SIGNALS:
    /// What the project keeps has been read.
    void filled();

protected:
    struct Words {
        QString compute;  ///< the button that makes the report, and the job
        QString computeTip;
        QString key;
        QString exportTip;
        QString verdictName;  ///< for a screen reader
        QString nothingYet;   ///< while there is no report
        QStringList columns;
        QString tableName;
    };
    ReportPanel(ProjectSession& session, const Words& words, QWidget* parent);

    /// Below the buttons, in this order; hidden while there is no report. The table comes last.
    void arrange(const std::vector<QWidget*>& widgets, QWidget* stretched);
    virtual void read() = 0;
    virtual void compute() = 0;
    /// Fills verdict, remarks, plot and table from a report that is there.
    virtual void fill() = 0;
    virtual PlotFile exportable() const = 0;

    /// Reads what `seek` finds in the project, off the GUI thread.
    template <class Stored>
    void readKept(std::optional<Stored> (*seek)(const Project&), std::optional<Stored>& stored) {
        reader_->run([file = session_.file(), seek] { return keptReport(file, seek); },
                     [this, &stored](KeptReport<Stored> kept) {
                         stored = std::move(kept.stored);
                         problem_ = kept.problem;
                         display(stored.has_value());
                         Q_EMIT filled();
                     });
    }
    void display(bool any);
    void setVerdict(const QString& verdict);
    void setRemarks(const QStringList& lines);

    ProjectSession& session_;
    QTableWidget* table_;

private:
    Words words_;
    SeenReader* reader_;
    QLabel* verdict_;
    QLabel* remarks_;
    QAction* compute_;
    QPushButton* export_;
    QVBoxLayout* column_;
    std::vector<QWidget*> shown_;  ///< with a report
    QString problem_;
};

}  // namespace segad::ui
