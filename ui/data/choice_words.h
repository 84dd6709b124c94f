// Words for what the gallery can be filtered, grouped and ordered by.
#pragma once

#include "ui/session/part_query.h"

namespace segad::ui {

QString facetText(Facet facet);
/// "✓ good", "reject", a folder; what is none of the choices says so: "no verdict".
QString choiceText(Facet facet, const QString& choice);
QString orderText(PartOrder order);
/// "PatchCore · 3"
QString numberedTitle(const RunRecord& run);

}  // namespace segad::ui
