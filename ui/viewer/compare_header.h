// Above the compare grid: what it compares, and of what.
#pragma once

#include <QWidget>

#include "core/project/records.h"

class QComboBox;

namespace segad::ui {

class ProjectSession;

enum class CompareMode {
    Detectors,  ///< one part, every detector
    Parts,      ///< one detector, several parts
    Difference  ///< two detectors on one part, and where they differ
};

/// Which parts stand beside the current one.
enum class CompareParts {
    Neighbours,  ///< those that are selected, else those that follow it in the gallery
    Highest      ///< those the detector scores highest
};

class CompareHeader : public QWidget {
    Q_OBJECT

public:
    explicit CompareHeader(ProjectSession& session, QWidget* parent = nullptr);

    CompareMode mode() const;
    void setMode(CompareMode mode);
    CompareParts parts() const;
    /// The two detector runs of the difference; 0 when there are fewer than two.
    RunId first() const;
    RunId second() const;
    void setPair(RunId first, RunId second);

    /// Fills the choices with these runs, oldest first.
    void setRuns(const std::vector<RunId>& runs);

Q_SIGNALS:
    void changed();

private:
    void showFields();
    void keepApart(QComboBox* other, const QComboBox* chosen);

    ProjectSession& session_;
    QComboBox* mode_;
    QComboBox* parts_;
    QComboBox* first_;
    QComboBox* second_;
    QWidget* pair_;
};

}  // namespace segad::ui
