package podo.web.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import podo.web.client.IssuedPass;
import podo.web.client.LineClient;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.line.EntryPassGate;
import podo.web.page.ResponseKind;
import podo.web.page.Times;
import podo.web.page.Words;

/** Extends the entry pass, as often as the event allows, and keeps what the fan has chosen. */
@Controller
class MoreTimePages {

    private final LineClient lines;
    private final EntryPassGate passGate;
    private final Times times;
    private final Words words;

    MoreTimePages(LineClient lines, EntryPassGate passGate, Times times, Words words) {
        this.lines = lines;
        this.passGate = passGate;
        this.times = times;
        this.words = words;
    }

    @PostMapping("/events/{id}/seats/extend")
    @FormOn("/events/{id}/seats?section={section}&seat={seat}&area={area}&places={places}&accessible={accessible}")
    String extend(
            @PathVariable long id,
            SeatSelection selection,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            IssuedPass issued = lines.extendPass(id);
            passGate.store(request.getSession(), id, issued);
            if (!ResponseKind.isHtmx(request)) {
                return backToList(id, selection, "");
            }
            model.addAttribute("eventId", id);
            model.addAttribute("passEnds", issued.expiresAt());
            model.addAttribute("said", words.of("seats.more.done", times.time(issued.expiresAt())));
            return "seats/answer :: time";
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 500) {
                throw refusal;
            }
            if (!ResponseKind.isHtmx(request)) {
                return backToList(id, selection, "&no-more-time");
            }
            response.setStatus(409);
            // the countdown stays, only the message changes
            response.setHeader("HX-Retarget", "#time-said");
            model.addAttribute("said", words.of(refusal));
            return "seats/answer :: no-time";
        }
    }

    private static String backToList(long id, SeatSelection selection, String suffix) {
        return "redirect:/events/" + id + "/seats?view=list" + selection.seatParameters()
                + (selection.section() == null ? "" : "&section=" + selection.section())
                + selection.accessibleParameter() + suffix;
    }
}
