// Masks that were taken in as regions, as one undoable step. Parts that somebody has painted on since are
// left alone.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "core/project/region_steps.h"
#include "ui/session/written_step.h"

namespace segad::ui {

class ProjectSession;

class RegionImportStep : public WrittenStep {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::RegionImportStep)

public:
    /// The import has happened: `after` is stored. Both in the same order of parts.
    RegionImportStep(ProjectSession& session, std::vector<PartRegions> before, std::vector<PartRegions> after,
                     const QString& text);
    void undo() override { go(false); }
    void redo() override;

private:
    using Both = std::pair<std::vector<PartRegions>, std::vector<PartRegions>>;
    void go(bool forward);

    ProjectSession& session_;
    std::shared_ptr<const Both> regions_;  ///< before and after; shared with a write on its way
    bool done_ = false;
};

}  // namespace segad::ui
