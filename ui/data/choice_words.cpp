#include "ui/data/choice_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "ui/train/run_words.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
struct Choices {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::Choices)
};

/// The value whose stable name is `choice`.
template <class Value, std::size_t Count>
std::optional<Value> named(const std::array<Value, Count>& values, const QString& choice) {
    const auto found =
        std::ranges::find_if(values, [&](Value value) { return toString(value) == choice.toStdString(); });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

constexpr std::array kLabels{Label::Good, Label::Bad, Label::Unlabelled};
constexpr std::array kVerdicts{Verdict::Pass, Verdict::Review, Verdict::Reject};
constexpr std::array kRoles{Role::None, Role::Train, Role::Calibrate, Role::Fit, Role::Test};

QString marked(const QString& mark, const QString& text) {
    return QStringLiteral("%1 %2").arg(mark, text);
}
}  // namespace

QString facetText(Facet facet) {
    switch (facet) {
        case Facet::Label:
            return Choices::tr("Label");
        case Facet::Verdict:
            return Choices::tr("Verdict");
        case Facet::Role:
            return Choices::tr("Role");
        case Facet::DefectType:
            return Choices::tr("Defect type");
        case Facet::Folder:
            return Choices::tr("Folder");
        case Facet::Origin:
            return Choices::tr("Origin");
    }
    return {};
}

QString choiceText(Facet facet, const QString& choice) {
    switch (facet) {
        case Facet::Label:
            if (const auto label = named(kLabels, choice))
                return marked(labelMark(*label), labelText(*label));
            break;
        case Facet::Verdict:
            if (const auto verdict = named(kVerdicts, choice))
                return marked(verdictMark(*verdict), verdictText(*verdict));
            return Choices::tr("no verdict");
        case Facet::Role:
            if (const auto role = named(kRoles, choice))
                return *role == Role::None ? Choices::tr("no role") : roleText(*role);
            break;
        case Facet::DefectType:
            return choice.isEmpty() ? Choices::tr("no defect type") : choice;
        case Facet::Folder:
            return choice.isEmpty() ? Choices::tr("top folder") : choice;
        case Facet::Origin:
            return choice == QStringLiteral("generated") ? Choices::tr("generated")
                                                         : Choices::tr("photographed");
    }
    return choice;
}

QString orderText(PartOrder order) {
    switch (order) {
        case PartOrder::Path:
            return Choices::tr("by name");
        case PartOrder::ScoreDescending:
            return Choices::tr("worst first");
        case PartOrder::ScoreAscending:
            return Choices::tr("best first");
        case PartOrder::UnlabelledFirst:
            return Choices::tr("unlabelled first");
        case PartOrder::BadFirst:
            return Choices::tr("bad first");
        case PartOrder::DefectType:
            return Choices::tr("by defect type");
        case PartOrder::Newest:
            return Choices::tr("newest first");
    }
    return {};
}

QString numberedTitle(const RunRecord& run) {
    return QStringLiteral("%1 · %2").arg(runTitle(run)).arg(run.id);
}

}  // namespace segad::ui
