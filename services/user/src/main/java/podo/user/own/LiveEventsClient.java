package podo.user.own;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Event: which events of an organiser somebody must still answer for. */
interface LiveEventsClient {

    @GetExchange("/internal/organisers/{organiserId}/live-events")
    List<Long> liveEvents(@PathVariable long organiserId);
}
