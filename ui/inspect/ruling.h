// What a person says of a part that was judged: stored with the inspection, and, when a project is open, the
// part is taken into it with that label, so that the next training and the next forest learn from it.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <optional>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/project/records.h"

namespace segad::ui {

struct RulingRequest {
    Path store;  ///< project or results file that has the inspection
    InspectionId inspection = 0;
    std::string path;            ///< of the part, as the inspection has it
    std::optional<Label> label;  ///< absent: as it was judged
    Path project;                ///< that learns of it; empty: none is open
};

class Rulings : public QObject {
    Q_OBJECT

public:
    explicit Rulings(QObject* parent = nullptr);
    ~Rulings() override;

    /// Stores it off the GUI thread, in the order of the calls; `done` is called on the GUI thread with the
    /// error when it could not be stored. A result that is judged but not yet stored is waited for.
    void store(const RulingRequest& request, std::function<void(const std::optional<Error>&)> done);

private:
    QThreadPool pool_;
};

}  // namespace segad::ui
