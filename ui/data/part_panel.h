// What is known of the current part: label, defect type and note (of all selected parts), where it comes
// from, its scores in every run, its history.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;
class QButtonGroup;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace segad::ui {

class ElidedLabel;
class ProjectSession;
class ReasonsPanel;

class PartPanel : public QWidget {
    Q_OBJECT

public:
    explicit PartPanel(ProjectSession& session, QWidget* parent = nullptr);
    /// A note that is being written is kept.
    ~PartPanel() override;

    void focusNote();
    /// Why the part got its score.
    ReasonsPanel& reasons() const { return *reasons_; }

Q_SIGNALS:
    /// A label button was pressed; it applies to the gallery's selection.
    void labelRequested(segad::Label label);
    void defectTypeRequested(const QString& defectType);
    /// The user is done with a field: the keys go back to the parts.
    void fieldLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Fact { RoleFact, SplitFact, SizeFact, SourceFact, OriginFact, FileFact, HashFact, FactCount };

    void buildLabels();
    void buildFields();
    void buildActions();
    void layOut();
    void showPart();
    void showLabels();
    void showNote();
    void showFacts(const PartRecord& part);
    void showScores(const PartRecord& part);
    void showHistory(const PartRecord& part);
    void fillDefectTypes(const QString& shown);
    void storeNote();
    QString sourceText(const PartRecord& part) const;

    ProjectSession& session_;
    std::vector<PartId> parts_;  ///< whose label, defect type and note are shown
    QButtonGroup* labels_;
    QLabel* applies_;
    QComboBox* defectType_;
    QPlainTextEdit* note_;
    ElidedLabel* path_;
    std::vector<ElidedLabel*> facts_;
    QAction* copyPath_ = nullptr;
    QAction* copyHash_ = nullptr;
    QAction* openFolder_ = nullptr;
    QTableWidget* scores_;
    ReasonsPanel* reasons_;
    QTableWidget* history_;
};

}  // namespace segad::ui
