#include "ui/data/region_import_step.h"

#include "ui/session/project_session.h"

namespace segad::ui {

RegionImportStep::RegionImportStep(ProjectSession& session, std::vector<PartRegions> before,
                                   std::vector<PartRegions> after, const QString& text)
    : session_(session), regions_(std::make_shared<Both>(std::move(before), std::move(after))) {
    setText(text);
}

void RegionImportStep::redo() {
    if (std::exchange(done_, true)) go(true);
}

void RegionImportStep::go(bool forward) {
    setObsolete(isRefused());
    if (isRefused() || !session_.mayWrite()) return;
    auto others = std::make_shared<std::vector<PartId>>();
    session_.writes().write(
        [file = session_.file(), regions = regions_, others, forward](Project&) {
            const auto& [before, after] = *regions;
            *others = forward ? putRegionsIf(file, before, after) : putRegionsIf(file, after, before);
        },
        [&session = session_, others, refused = refusal()](const Error* error) {
            *refused = error != nullptr;
            if (error != nullptr) session.reportError(*error);
            if (!others->empty()) {
                Q_EMIT session.errorOccurred(
                    tr("%n part(s) were painted on meanwhile and keep their regions.", nullptr,
                       static_cast<int>(others->size())));
            }
            session.reload();
        },
        WriteQueue::Waits::No);
}

}  // namespace segad::ui
