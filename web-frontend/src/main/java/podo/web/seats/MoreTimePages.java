package podo.web.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import podo.web.calls.IssuedPass;
import podo.web.calls.LineClient;
import podo.web.calls.ServiceRefusal;
import podo.web.line.EntryPassGate;
import podo.web.page.ResponseKind;
import podo.web.page.Times;
import podo.web.page.Words;

/** More time inside, as often as the event allows: one press, and nothing that was chosen is lost. */
@Controller
class MoreTimePages {

    private final LineClient lines;
    private final EntryPassGate door;
    private final Times times;
    private final Words words;

    MoreTimePages(LineClient lines, EntryPassGate door, Times times, Words words) {
        this.lines = lines;
        this.door = door;
        this.times = times;
        this.words = words;
    }

    @PostMapping("/events/{id}/seats/extend")
    String extend(
            @PathVariable long id,
            SeatPages.View view,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            IssuedPass entry = lines.extend(id);
            door.keep(request.getSession(), id, entry);
            if (!ResponseKind.isHtmx(request)) {
                return back(id, view, "");
            }
            model.addAttribute("eventId", id);
            model.addAttribute("passEnds", entry.expiresAt());
            model.addAttribute("said", words.of("seats.more.done", times.time(entry.expiresAt())));
            return "seats/answer :: time";
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            if (!ResponseKind.isHtmx(request)) {
                return back(id, view, "&no-more-time");
            }
            response.setStatus(409);
            // the clock stays as it is
            response.setHeader("HX-Retarget", "#time-said");
            model.addAttribute("said", words.of(refusal));
            return "seats/answer :: no-time";
        }
    }

    /** The list as it was, with what is ticked in it. */
    private static String back(long id, SeatPages.View view, String more) {
        String ticked = view.chosen().stream().map(seq -> "&seat=" + seq).collect(Collectors.joining());
        return "redirect:/events/" + id + "/seats?view=list" + ticked
                + (view.section() == null ? "" : "&section=" + view.section())
                + (view.needsAccessible() ? "&accessible=true" : "") + more;
    }
}
