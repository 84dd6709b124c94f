// Behind the door of local_flow.h.
#include <opencv2/video/tracking.hpp>

#include "core/base/error.h"

extern "C" void segadLocalFlow(const cv::Mat& part, const cv::Mat& laid, cv::Mat& flow) {
    try {
        const cv::Ptr<cv::DISOpticalFlow> search =
            cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM);
        // Wires are three pixels wide: nothing coarser than a pixel finds them.
        search->setFinestScale(0);
        search->setPatchStride(4);
        // Patches that take over from their neighbours depend on how the picture is cut for threads.
        search->setUseSpatialPropagation(false);
        search->calc(part, laid, flow);
    } catch (const cv::Exception& failure) {
        throw segad::Error(segad::ErrorCode::Internal, "local refinement", failure.what(),
                           "Turn it off (refine=false).");
    }
}
