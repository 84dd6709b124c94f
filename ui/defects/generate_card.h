// How many defects, where, by which seed; what has been generated so far, and what follows from it.
#pragma once

#include <QWidget>

#include "core/workflow/generation.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace segad::ui {

class ProjectSession;

class GenerateCard : public QWidget {
    Q_OBJECT

public:
    explicit GenerateCard(ProjectSession& session, QWidget* parent = nullptr);

    /// How many good parts there are to make defects from, and how many kinds are ticked.
    void setCounts(int parts, int kinds);
    /// Textures can be chosen only for kinds that take them.
    void setTakesTextures(bool takes);

    std::vector<std::string> segments() const;
    std::uint64_t seed() const;
    Path textures() const;
    /// `side` of the picture that is looked at.
    SizeScale scale(int side) const;
    /// Without kinds.
    GenerateRequest request() const;

    QAction* generateAction() const { return generate_; }
    QAction* oneClassAction() const { return oneClass_; }

Q_SIGNALS:
    /// Segments or seed have changed.
    void settingChanged();
    void texturesChanged();
    void scaleChanged();

private:
    void showSegments();
    void showState();
    void showAll();
    void keep(bool on);
    void drawAgain();
    void fitOneClass();
    void chooseTextures();

    ProjectSession& session_;
    QSpinBox* perPart_;
    QLabel* total_;
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
    int parts_ = 0;
    int kinds_ = 0;
};

}  // namespace segad::ui
