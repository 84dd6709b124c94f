// The tools for painting regions, as a strip beside the picture: one button a tool, the size of the tool in
// hand, and what can be done with all regions of the part.
#pragma once

#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QSpinBox;
class QToolBar;

namespace segad::ui {

class ProjectSession;
class RegionEditor;
enum class RegionTidy;
enum class RegionTool;

class RegionToolBar : public QWidget {
    Q_OBJECT

public:
    /// `session` is what the regions are painted for: a project that can only be looked at has no tools.
    RegionToolBar(RegionEditor& editor, const ProjectSession& session, QWidget* parent = nullptr);

    /// For the menu: tools, what can be done, options.
    QList<QAction*> menuActions() const { return menuActions_; }
    /// Whether tools can be taken in hand at all.
    void setAvailable(bool available);
    /// Whether it is regions that are painted; segments need no heatmap and have no label to set.
    void setPaintsRegions(bool regions);

Q_SIGNALS:
    /// A tool was taken in hand: the picture has to be seen.
    void toolTaken();

private:
    void addTool(RegionTool tool, const QString& iconName, const QString& text, const QString& tip,
                 const QString& key);
    void addTidy(RegionTidy what, const QString& iconName, const QString& text, const QString& tip,
                 const QString& key);
    void buildTools();
    void buildTidy();
    void buildSteps();
    QAction* addStep(const QString& text, const QString& tip, const QString& key);
    void addSeparator();
    void buildSize();
    void showTool();
    void showAvailable();
    void showSize();
    void showActivity();
    void setSize(int value);

    RegionEditor& editor_;
    QToolBar* bar_;
    QActionGroup* tools_;
    QMenu* more_;
    QSpinBox* size_;
    QAction* marksBad_ = nullptr;
    QAction* closePolygon_ = nullptr;
    QAction* removeCorner_ = nullptr;
    QAction* leave_ = nullptr;
    QAction* smaller_ = nullptr;
    QAction* larger_ = nullptr;
    QList<QAction*> menuActions_;
    QList<QAction*> forRegions_;  ///< of no use for segments
    bool available_ = true;
    bool paintsRegions_ = true;
};

}  // namespace segad::ui
