// The Defects workspace: kinds with their sliders, a preview that follows them, and generating.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <memory>

#include "core/workflow/generation.h"
#include "ui/defects/defect_settings.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace segad::ui {

class GenerateCard;
class KindList;
class PreviewGrid;
class PreviewModel;
class ProjectSession;

class DefectsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DefectsPanel(ProjectSession& session, QWidget* parent = nullptr);
    ~DefectsPanel() override;

    PreviewModel& preview() { return *model_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makePreview();
    /// What cells are drawn from is read anew, when this is seen.
    void renew();
    /// The same when what defects are made from may have changed.
    void renewIfChanged();
    void showKinds();
    void showParts();
    void applySetting();
    void applyScale();
    void keepSettings();
    void generate();

    ProjectSession& session_;
    DefectSettings kept_;
    KindList* kinds_;
    PreviewModel* model_;
    PreviewGrid* grid_;
    QStackedWidget* previewOrWords_ = nullptr;
    QLabel* words_;
    GenerateCard* card_;
    QAction* others_;
    QAction* again_;
    QAction* closeUp_;
    QAction* outline_;
    QThreadPool pool_;
    std::vector<PartId> parts_;  ///< defects are made from
    int firstPart_ = 0;
    int number_ = 0;
    bool outdated_ = true;
    quint64 generation_ = 0;
    std::size_t seen_ = 0;  ///< tells what defects were made from
};

}  // namespace segad::ui
