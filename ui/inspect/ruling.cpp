#include "ui/inspect/ruling.h"

#include <chrono>
#include <thread>

#include "core/project/inspection_store.h"
#include "core/workflow/ruled_parts.h"
#include "ui/session/background.h"

namespace segad::ui {

namespace {
/// Results are stored at most a second after they were judged.
constexpr int kTries = 6;
constexpr std::chrono::milliseconds kBetween{500};

void storeRuling(const RulingRequest& request) {
    for (int attempt = 1;; ++attempt) {
        try {
            InspectionStore store(request.store);
            store.rule(request.inspection, request.path, request.label);
            break;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::NotFound || attempt == kTries) throw;
            std::this_thread::sleep_for(kBetween);
        }
    }
    if (request.project.empty()) return;
    Job job;
    takeRuledParts({.project = request.project,
                    .results = request.store,
                    .inspection = request.inspection,
                    .path = request.path},
                   job);
}
}  // namespace

Rulings::Rulings(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

Rulings::~Rulings() {
    pool_.waitForDone();  // what a person said is not dropped
}

void Rulings::store(const RulingRequest& request, std::function<void(const std::optional<Error>&)> done) {
    runInBackground(
        this, pool_,
        [request]() -> std::optional<Error> {
            try {
                storeRuling(request);
                return std::nullopt;
            } catch (const Error& error) {
                return error;
            }
        },
        std::move(done));
}

}  // namespace segad::ui
