// The detectors of the catalog as cards: title, what they learn from, whether they make maps, and about how
// long they take here.
#pragma once

#include <QListView>
#include <map>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/workflow/requests.h"

class QStandardItemModel;

namespace segad::ui {

/// What training a detector with its defaults would cost, or why it can't be trained yet.
struct DetectorEstimate {
    std::optional<TrainPlan> plan;
    std::optional<Error> problem;
    std::uint64_t mapBytes = 0;              ///< of all parts, on disk
    std::optional<std::uint64_t> freeBytes;  ///< on that disk
};

class DetectorCards : public QListView {
    Q_OBJECT

public:
    explicit DetectorCards(QWidget* parent = nullptr);

    /// Key of the catalog.
    std::string chosen() const;
    void choose(const std::string& key);

    void showEstimates(const std::map<std::string, DetectorEstimate>& estimates);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

private:
    QStandardItemModel* model_;
};

}  // namespace segad::ui
