package podo.web.challenge;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import podo.web.form.AskedChallenge;
import podo.web.page.Visitor;

/**
 * Says why a form was not taken, and sends it again: with the solution that a script works out, or without one when its time has come. Nothing of the form is
 * lost, and nothing has to be recognised, heard or dragged.
 */
@Controller
class ChallengePages {

    @GetMapping("/challenge")
    String show(@AuthenticationPrincipal Visitor me, HttpSession session, HttpServletResponse response, Model model) {
        AskedChallenge asked = AskedChallenge.of(session, me.id());
        if (asked == null) {
            return "redirect:/";
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("asked", asked);
        return "challenge/challenge";
    }
}
