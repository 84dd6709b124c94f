#include "ui/defects/defect_words.h"

#include <QCoreApplication>

#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::DefectWords)
};

bool endsRange(const ParamSpec& spec) {
    return spec.key.ends_with("_min") || spec.key.ends_with("_max");
}
}  // namespace

QString defectTitle(const std::string& key) {
    const DefectKind* kind = findDefectKind(key);
    return kind == nullptr ? QString::fromStdString(key) : engineText(kind->title);
}

QString paramTitle(const ParamSpec& spec) {
    return engineText(endsRange(spec) ? spec.title.substr(0, spec.title.rfind(' ')) : spec.title);
}

QString unitTitle(SizeUnit unit) {
    switch (unit) {
        case SizeUnit::Percent:
            return Words::tr("% of the shorter side");
        case SizeUnit::Pixels:
            return Words::tr("pixels");
        case SizeUnit::Millimetres:
            return Words::tr("millimetres");
    }
    return {};
}

}  // namespace segad::ui
