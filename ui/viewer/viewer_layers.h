// What lies over the viewer's picture: a switch and an opacity for every layer, how the heatmap and its lines
// are drawn. What the user sets is kept between sessions.
//
// Life:    its buttons and actions belong to the panel it is made for.
// Threads: GUI thread only.
#pragma once

#include <QList>
#include <QObject>
#include <optional>
#include <vector>

#include "ui/viewer/view_renderer.h"

class QAction;
class QKeySequence;
class QMenu;
class QSlider;
class QToolBar;
class QWidget;

namespace segad::ui {

class HeatOptions;

class ViewerLayers : public QObject {
    Q_OBJECT

public:
    /// Puts the switches on `bar`; the actions are the `owner`'s.
    ViewerLayers(QWidget* owner, QToolBar* bar);

    LayerState heat() const { return stateOf(heat_); }
    LayerState segments() const { return stateOf(segments_); }
    LayerState regions() const { return stateOf(regions_); }
    LayerState groundTruth() const { return stateOf(groundTruth_); }

    /// Of good pixels, up to which the heatmap is transparent, 0 … 100.
    int percentile() const;
    void setPercentile(double percentile);
    HeatOptions& heatOptions() { return *heatOptions_; }
    const HeatOptions& heatOptions() const { return *heatOptions_; }
    /// Whether a small picture of the whole is shown in the corner.
    QAction* overview() const { return overview_; }

    QList<QAction*> switches() const;
    QList<QAction*> options() const;

    /// The segments by themselves, as long as it is on; afterwards the layers are as they were before.
    void setSegmentsAlone(bool on);
    bool areSegmentsAlone() const { return before_.has_value(); }

Q_SIGNALS:
    /// A layer was switched or is more or less opaque now.
    void changed();
    void percentileChanged();

private:
    struct Layer {
        QAction* action = nullptr;
        QSlider* opacity = nullptr;
    };
    static LayerState stateOf(const Layer& layer);
    Layer addLayer(QToolBar* bar, const QString& iconName, const QString& text, const QKeySequence& key,
                   bool shown, int opacity);
    /// Into the menu that all layers share; what is set is kept between sessions under `key`.
    QSlider* addSlider(const QString& key, const QString& text, const QString& tip, int value);
    void buildOptions();

    QWidget* owner_;
    QMenu* menu_;
    Layer heat_;
    QSlider* percentile_ = nullptr;
    Layer segments_;
    Layer regions_;
    Layer groundTruth_;
    QAction* contours_ = nullptr;
    QAction* overview_ = nullptr;
    HeatOptions* heatOptions_ = nullptr;
    std::optional<std::vector<bool>> before_;  ///< while the segments are shown alone
};

}  // namespace segad::ui
