package podo.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.TeamRole;
import podo.web.admin.RefusedForm;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.form.FormOn;
import podo.web.page.Visitor;
import podo.web.page.Words;

/** A team's members, their roles and the invitations; for owners to change, for others to read their role and to leave. */
@Controller
@RequestMapping("/admin/team")
class TeamPages {

    private static final int EVENTS = 100;
    private static final String PAGE = "/admin/team?team={team}";
    private static final Set<String> DONE =
            Set.of("renamed", "invited", "withdrawn", "changed", "removed", "handed-over");

    private final TeamClient teams;
    private final EventClient events;
    private final Words words;

    TeamPages(TeamClient teams, EventClient events, Words words) {
        this.teams = teams;
        this.events = events;
        this.words = words;
    }

    /** @param team null for the visitor's own, else the first */
    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String done,
            @AuthenticationPrincipal Visitor me,
            Model model) {
        model.addAttribute("done", done != null && DONE.contains(done) ? words.of("team.done." + done) : null);
        return page(team, me, model);
    }

    private String page(@Nullable Long team, Visitor me, Model model) {
        List<Membership> mine = teams.mine();
        Membership chosen = mine.stream()
                .filter(one -> one.teamId() == (team == null ? me.id() : team))
                .findFirst()
                .or(() -> team == null ? mine.stream().findFirst() : Optional.empty())
                .orElse(null);
        if (chosen == null && team != null) {
            throw new NotFound();
        }
        model.addAttribute("teams", mine);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "makesKeys",
                chosen != null && chosen.isForAllEvents() && chosen.role().has(Right.KEYS));
        model.addAttribute("roles", TeamRole.values());
        if (chosen != null && chosen.role().has(Right.TEAM)) {
            model.addAttribute("found", teams.find(chosen.teamId()));
            List<ListedEvent> shows =
                    events.listOfTeam(chosen.teamId(), 0, EVENTS).content();
            model.addAttribute("shows", shows);
            model.addAttribute("listed", shows.stream().map(ListedEvent::id).toList());
        }
        return "team/team";
    }

    @PostMapping("/{team}/name")
    @FormOn(PAGE)
    String rename(
            @PathVariable long team,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        return change(() -> teams.rename(team, new TeamClient.Name(name)), "renamed", team, me, response, model);
    }

    /** @param scope {@code all}, or {@code some} with the events that are ticked */
    @PostMapping("/{team}/invitations")
    @FormOn(PAGE)
    String invite(
            @PathVariable long team,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "all") String scope,
            @RequestParam(required = false) @Nullable List<@Nullable Long> events,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("typed", Map.of("email", email, "role", role));
        return change(
                () -> teams.invite(team, new TeamClient.Invite(email.strip(), role, chosen(scope, events))),
                "invited",
                team,
                me,
                response,
                model);
    }

    @PostMapping("/{team}/invitations/{invitation}/withdraw")
    @FormOn(PAGE)
    String withdraw(
            @PathVariable long team,
            @PathVariable long invitation,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        return change(() -> teams.withdraw(team, invitation), "withdrawn", team, me, response, model);
    }

    @PostMapping("/{team}/members/{account}")
    @FormOn(PAGE)
    String changeRole(
            @PathVariable long team,
            @PathVariable long account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "all") String scope,
            @RequestParam(required = false) @Nullable List<@Nullable Long> events,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        return change(
                () -> teams.change(team, account, new TeamClient.Role(role, chosen(scope, events))),
                "changed",
                team,
                me,
                response,
                model);
    }

    @PostMapping("/{team}/members/{account}/remove")
    @FormOn(PAGE)
    String remove(
            @PathVariable long team,
            @PathVariable long account,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        String answer = change(() -> teams.remove(team, account), "removed", team, me, response, model);
        // who has left sees the team no more
        return account == me.id() && answer.startsWith("redirect:") ? "redirect:/account" : answer;
    }

    @PostMapping("/{team}/members/{account}/owner")
    @FormOn(PAGE)
    String handOver(
            @PathVariable long team,
            @PathVariable long account,
            @AuthenticationPrincipal Visitor me,
            HttpServletResponse response,
            Model model) {
        return change(
                () -> teams.handOver(team, new TeamClient.Owner(account)), "handed-over", team, me, response, model);
    }

    /** Null for all events; without the holes that {@code ?events=,} makes. */
    private static @Nullable List<Long> chosen(String scope, @Nullable List<@Nullable Long> events) {
        if (!scope.equals("some")) {
            return null;
        }
        return events == null
                ? List.of()
                : events.stream().filter(Objects::nonNull).toList();
    }

    private String change(
            Runnable change, String done, long team, Visitor me, HttpServletResponse response, Model model) {
        try {
            change.run();
            return "redirect:/admin/team?team=" + team + "&done=" + done;
        } catch (ServiceRefusal refusal) {
            if (refusal.is("role-needed")) {
                throw refusal;
            }
            RefusedForm.ofRefusal(refusal, field -> field, words, response, model);
            return page(team, me, model);
        }
    }
}
