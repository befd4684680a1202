package podo.web.team;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.web.account.LinkTokenCookie;
import podo.web.account.VisitorInSession;
import podo.web.client.ServiceRefusal;
import podo.web.page.Words;

/**
 * The page that an invitation's link opens. Whoever has no account opens one first; the link's token waits in a cookie meanwhile. The link
 * shows a button and the button accepts: mail programs that look at links beforehand use none up.
 */
@Controller
class InvitationPages {

    private static final String LINK = "/team/invitation";
    private static final String PAGE = "/team/invitation/answer";

    private final TeamClient teams;
    private final LinkTokenCookie token;
    private final VisitorInSession visitors;
    private final Words words;

    InvitationPages(TeamClient teams, LinkTokenCookie token, VisitorInSession visitors, Words words) {
        this.teams = teams;
        this.token = token;
        this.visitors = visitors;
        this.words = words;
    }

    /** Open to everybody: the log-in comes after the token is out of the address. */
    @GetMapping(LINK)
    String open(@RequestParam(name = "token", required = false) @Nullable String given, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (given != null) {
            token.keep(given, PAGE, response);
        }
        return "redirect:" + PAGE;
    }

    @GetMapping(PAGE)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        String given = token.read(PAGE, request);
        try {
            model.addAttribute("offer", given == null ? null : teams.look(new TeamClient.Token(given)));
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("token-invalid")) {
                throw refusal;
            }
            token.forget(PAGE, response);
            model.addAttribute("offer", null);
        }
        return "team/invitation";
    }

    @PostMapping(PAGE)
    String accept(HttpServletRequest request, HttpServletResponse response, Model model) {
        String given = token.read(PAGE, request);
        try {
            teams.accept(new TeamClient.Token(given == null ? "none" : given));
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() >= 429) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            model.addAttribute("problem", refusal.is("token-invalid") ? null : words.of(refusal));
            return show(request, response, model);
        }
        token.forget(PAGE, response);
        List<Membership> mine = teams.mine();
        boolean manages = mine.stream().anyMatch(team -> team.role().has(Right.VIEW));
        visitors.joined(manages, !manages, request, response);
        return manages ? "redirect:/admin" : "redirect:/door";
    }
}
