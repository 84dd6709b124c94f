// With what a benchmark departs from the defaults: parameters of its detectors, its forests and its source of
// segments, the backbone, and how many bad parts are drawn. Folded away: the paper's are the defaults.
#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "core/workflow/benchmark/benchmark.h"

class QComboBox;
class QFormLayout;
class QSpinBox;
class QToolButton;

namespace segad::ui {

class ParamForm;

class BenchmarkParams : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkParams(QWidget* parent = nullptr);

    /// Whose parameters can be set: detectors by key, the segment source ("": none).
    void setSubjects(const std::vector<std::string>& detectors, const std::string& segments);
    /// Whether bad parts are drawn, and then how many.
    void setProtocol(const BenchmarkProtocol& protocol);
    /// Takes the values of a request, or of the defaults.
    void setValues(const BenchmarkRequest& request);
    /// Puts the values into a request; only what differs from the defaults.
    void addTo(BenchmarkRequest& request) const;

Q_SIGNALS:
    void changed();

private:
    void fillSubjects();
    void showSubject();
    void keepSubject();
    Json valuesOf(const std::string& subject) const;
    void fillBackbones();
    void addBackbonesOf(const std::string& detector);
    void showCount();

    std::vector<std::string> detectors_;
    std::string segments_;
    std::map<std::string, Json> values_;  ///< of each subject that was changed
    std::string shown_;                   ///< the subject in the form
    QString wanted_;                      ///< the backbone that was chosen, also while it can't be offered
    int protocolBad_ = 0;
    QToolButton* toggle_;
    QWidget* body_;
    QFormLayout* rows_;
    QSpinBox* bad_;
    QComboBox* backbone_;
    QComboBox* subject_;
    ParamForm* form_;
};

}  // namespace segad::ui
