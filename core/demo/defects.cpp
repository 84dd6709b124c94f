#include "core/demo/defects.h"

#include <string>
#include <vector>

#include "core/base/error.h"

namespace segad::demo {

std::span<const DefectRow> defectRows() {
    static const std::vector<DefectRow> rows = [] {
        std::vector<DefectRow> all;
        for (const auto& group : {solderDefects(), wireAndPinDefects(), surfaceDefects()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return rows;
}

const DefectRow& defectRow(std::string_view key) {
    for (const DefectRow& row : defectRows())
        if (row.kind.key == key) return row;
    std::string known;
    for (const DefectRow& row : defectRows())
        known += (known.empty() ? "" : ", ") + std::string(row.kind.key);
    throw Error(ErrorCode::InvalidArgument, std::string(key), "no such kind of defect",
                "Use one of: " + known + ".");
}

}  // namespace segad::demo

namespace segad {

std::span<const BuzzerDefectKind> buzzerDefects() {
    static const std::vector<BuzzerDefectKind> kinds = [] {
        std::vector<BuzzerDefectKind> all;
        for (const auto& row : demo::defectRows())
            all.push_back(row.kind);
        return all;
    }();
    return kinds;
}

const BuzzerDefectKind& buzzerDefect(std::string_view key) {
    const demo::DefectRow& row = demo::defectRow(key);
    return buzzerDefects()[static_cast<std::size_t>(&row - demo::defectRows().data())];
}

}  // namespace segad
