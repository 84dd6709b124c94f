// How many defects, where, by which seed; what has been generated so far, and what follows from it.
#pragma once

#include <QWidget>
#include <set>

#include "core/workflow/generation.h"
#include "ui/defects/defect_settings.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace segad::ui {

class ElidedLabel;
class ProjectSession;

class GenerateCard : public QWidget {
    Q_OBJECT

public:
    GenerateCard(ProjectSession& session, const DefectSettings& settings, QWidget* parent = nullptr);

    /// How many good parts there are to make defects from, and how many kinds are ticked.
    void setCounts(int parts, int kinds);
    /// Textures can be chosen only for kinds that take them.
    void setTakesTextures(bool takes);

    /// Of the chosen segments, those that the project has.
    std::vector<std::string> segments() const;
    int mostDefects() const;
    std::uint64_t seed() const;
    Path textures() const;
    /// `side` of the picture that is looked at.
    SizeScale scale(int side) const;
    /// Without kinds.
    GenerateRequest request() const;
    /// What is set here, into `settings`.
    void keepIn(DefectSettings& settings) const;

    QAction* generateAction() const { return generate_; }
    QAction* oneClassAction() const { return oneClass_; }

Q_SIGNALS:
    /// Segments, seed or the number of defects on a part have changed.
    void settingChanged();
    /// Anything has.
    void edited();
    void texturesChanged();
    void scaleChanged();

private:
    void makeFields(const DefectSettings& settings);
    void layOut();
    void connectFields();
    void showSegments();
    void showState();
    void showAll();
    void keep(bool on);
    void drawAgain();
    void fitOneClass();
    void chooseTextures();

    ProjectSession& session_;
    QSpinBox* copies_;
    ElidedLabel* total_;
    QComboBox* most_;
    QToolButton* segments_;
    QMenu* segmentMenu_;
    QComboBox* unit_;
    QDoubleSpinBox* pixelsPerMillimetre_;
    QSpinBox* seed_;
    QLineEdit* textures_;
    QAction* browse_;
    QLabel* state_;
    QAction* generate_;
    QAction* oneClass_;
    QAction* show_;
    QAction* again_;
    QAction* drop_;
    QAction* keep_;
    std::set<std::string> chosen_;  ///< segments, whether the project has them or not
    int parts_ = 0;
    int kinds_ = 0;
};

}  // namespace segad::ui
