#include "ui/viewer/contour_search.h"

#include <QThreadPool>
#include <utility>

#include "ui/session/background.h"

namespace segad::ui {

ContourSearch::ContourSearch(QObject* parent) : QObject(parent) {}

bool ContourSearch::ask(std::shared_ptr<const AnomalyMap> map, std::optional<double> level, QSize picture) {
    if (map == map_ && level == level_) return false;
    // Lines of the same map stay until the new ones are there; those of another map would be wrong.
    const bool wrong = map != map_ || !level;
    map_ = std::move(map);
    level_ = level;
    const quint64 search = ++search_;
    if (!map_ || !level_) return wrong;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [map = map_, at = static_cast<float>(*level_), picture] {
            return contourLines(map->pixels(), at, picture);
        },
        [this, search](std::vector<ContourLine> lines) {
            if (search == search_) Q_EMIT found(std::move(lines));
        });
    return wrong;
}

}  // namespace segad::ui
