// Pollution: dirt, oil, powder, rust. A film over the surface, whose structure stays to be seen.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "core/defect/kinds_p.h"
#include "core/defect/membrane.h"

namespace segad {

namespace {
constexpr double kCore = 0.45;  // of the radius; outside of it the film thins out

double smoothFall(double t) {
    const double x = std::clamp((1 - t) / (1 - kCore), 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

/// How thick the film is, 0…1.
cv::Mat drawFilm(const cv::Rect& area, cv::Point2d centre, double radius, SplitMix64& random) {
    constexpr std::array<double, 4> kWaves{0.18, 0.12, 0.08, 0.05};
    std::array<double, kWaves.size()> phases{};
    for (double& phase : phases)
        phase = random.uniform(0, 2 * std::numbers::pi);
    const double squeeze = random.uniform(0.65, 1);
    const double turned = random.uniform(0, std::numbers::pi);
    const double cloudX = random.uniform(0, 2 * std::numbers::pi);
    const double cloudY = random.uniform(0, 2 * std::numbers::pi);
    const double rim = random.uniform(0, 0.35);  // where it has dried, as round a drop of coffee
    cv::Mat film(area.size(), CV_32FC1);
    for (int y = 0; y < area.height; ++y) {
        auto* row = film.ptr<float>(y);
        for (int x = 0; x < area.width; ++x) {
            const double dx = x + area.x - centre.x;
            const double dy = y + area.y - centre.y;
            const double u = dx * std::cos(turned) + dy * std::sin(turned);
            const double v = (dy * std::cos(turned) - dx * std::sin(turned)) / squeeze;
            const double angle = std::atan2(v, u);
            double reach = radius;
            for (std::size_t k = 0; k < kWaves.size(); ++k)
                reach *= 1 + kWaves.at(k) * std::sin(static_cast<double>(k + 2) * angle + phases.at(k));
            const double t = std::hypot(u, v) / reach;
            const double cloud =
                1 + 0.15 * std::sin(5 * dx / radius + cloudX) * std::sin(4 * dy / radius + cloudY);
            const double dried = 1 - rim + rim * std::exp(-std::pow((t - 0.7) / 0.12, 2)) + rim * 0.5;
            row[x] = static_cast<float>(std::clamp(smoothFall(t) * cloud * dried, 0.0, 1.0));
        }
    }
    return film;
}

/// What full strength makes of a colour: out = offset + gain · in.
struct Film {
    cv::Vec3d gain{1, 1, 1};
    cv::Vec3d offset{0, 0, 0};
};

Film drawDark(SplitMix64& random) {
    const double shade = random.uniform(0.05, 0.3);
    const double warmth = random.uniform(0, 0.12);
    return {.gain = {shade + warmth, shade + warmth / 2, shade}};
}

Film drawLight(SplitMix64& random) {
    const double left = random.uniform(0.1, 0.4);
    const double grey = random.uniform(200, 255);
    return {.gain = cv::Vec3d::all(left), .offset = cv::Vec3d::all((1 - left) * grey)};
}

Film drawColoured(SplitMix64& random) {
    // A clear film lets one colour pass and also gives some of it back, so that it shows on black, too.
    const double hue = random.uniform(0, 6);
    cv::Vec3d colour;
    for (int c = 0; c < 3; ++c) {
        const double distance = std::abs(std::fmod(hue + 8 - 2 * c, 6) - 3);  // 3 opposite, 0 the same
        colour[c] = std::clamp(1.1 - 0.45 * (3 - distance), 0.05, 1.0);
    }
    const double given = random.uniform(30, 90);
    return {.gain = colour * 0.75, .offset = colour * given};
}

Film drawColour(const std::string& name, SplitMix64& random) {
    const std::uint64_t any = random.below(3);
    if (name == "dark" || (name == "any" && any == 0)) return drawDark(random);
    if (name == "light" || (name == "any" && any == 1)) return drawLight(random);
    return drawColoured(random);
}
}  // namespace

DefectDraft drawStain(const DefectScene& scene, const Json& params, SplitMix64& random) {
    const int segment = scene.drawSegment(random);
    const cv::Point centre = scene.drawPoint(segment, random);
    const double diameter = drawSize(scene, params, "size", random, 4);
    const double strength = drawBetween(params, "strength", random);
    const Film film = drawColour(params.at("colour").get<std::string>(), random);
    const int reach = static_cast<int>(std::ceil(diameter));
    const cv::Rect area = cv::Rect(centre.x - reach, centre.y - reach, 2 * reach + 1, 2 * reach + 1) &
                          cv::Rect({}, scene.size());
    const cv::Mat thickness = drawFilm(area, centre, diameter / 2, random);
    const cv::Mat inside = scene.maskOf(segment)(area);

    DefectDraft draft{.rgb = scene.rgb().clone(), .segment = segment};
    draft.region = cv::Mat::zeros(scene.size(), CV_8UC1);
    draft.region(area).setTo(255, inside);
    cv::Mat paint(area.size(), CV_8UC3);
    for (int y = 0; y < area.height; ++y) {
        const auto* from = scene.rgb().ptr<cv::Vec3b>(y + area.y) + area.x;
        auto* into = paint.ptr<cv::Vec3b>(y);
        for (int x = 0; x < area.width; ++x) {
            for (int c = 0; c < 3; ++c)
                into[x][c] = cv::saturate_cast<std::uint8_t>(film.offset[c] + film.gain[c] * from[x][c]);
        }
    }
    const double edge = std::max(1.0, diameter / 25);
    blendInto(draft.rgb, area, paint, thickness.mul(softened(inside, edge)) * strength);
    return draft;
}

}  // namespace segad
