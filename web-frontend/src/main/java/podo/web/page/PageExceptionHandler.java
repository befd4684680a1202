package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriComponentsBuilder;
import podo.starter.problem.InvalidField;
import podo.starter.problem.ProblemWriter;
import podo.web.client.ServiceRefusal;
import podo.web.form.AskedChallenge;
import podo.web.form.FormPages;
import podo.web.form.UnsentForm;
import podo.web.form.UnsentForms;
import tools.jackson.databind.json.JsonMapper;

/** Renders exceptions of controllers as HTML error pages; other clients get problem+json, mostly from the starter's handler. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageExceptionHandler implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(PageExceptionHandler.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final PageModel layout;
    private final FormPages forms;
    private final ProblemWriter problems;
    private final Clock clock;

    PageExceptionHandler(PageModel layout, FormPages forms, ProblemWriter problems, Clock clock) {
        this.clock = clock;
        this.layout = layout;
        this.forms = forms;
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (response.isCommitted() || e instanceof org.springframework.security.access.AccessDeniedException) {
            return null;
        }
        int status = statusOf(e);
        if (e instanceof ServiceRefusal refusal && refusal.status() == 401 && ResponseKind.wantsHtml(request)) {
            return askForLogIn(request, response);
        }
        if (e instanceof ServiceRefusal refusal && refusal.is("passkey-required") && ResponseKind.wantsHtml(request)) {
            return askForPasskey(request, response);
        }
        if (e instanceof ServiceRefusal refusal && isAnsweredByWork(refusal, request)) {
            askForWork(refusal, request);
            ResponseKind.redirect(request, response, "/challenge");
            return new ModelAndView();
        }
        String formPage = ResponseKind.isRead(request) && isNoPage(e) ? forms.pageOf(request) : null;
        if (formPage != null && ResponseKind.wantsHtml(request) && !formPage.equals(request.getRequestURI())) {
            ResponseKind.redirect(request, response, inAskedLanguage(formPage, request.getParameter("lang")));
            return new ModelAndView();
        }
        if (!ResponseKind.wantsHtml(request)) {
            return e instanceof ServiceRefusal refusal ? writeProblem(refusal, response) : null;
        }
        if (status >= 500) {
            log.warn(
                    "{} {} failed with {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    status,
                    status == 500 ? e : null);
        }
        var model = new ExtendedModelMap();
        layout.fill(request, ErrorPages.visitorOrNull(), model);
        OriginalRequest original = OriginalRequest.of(request, forms);
        long retryAfter = e instanceof ServiceRefusal refusal ? refusal.retryAfterSeconds() : 0;
        if (e instanceof ServiceRefusal refusal && refusal.is("role-needed")) {
            model.addAttribute("roleNeeded", refusal.detail());
        }
        if (e instanceof InvalidField invalid) {
            model.addAttribute("field", invalid.fields().getFirst().field());
        }
        return new ModelAndView(ErrorPages.render(original, response, model, status, retryAfter), model);
    }

    private @Nullable ModelAndView writeProblem(ServiceRefusal refusal, HttpServletResponse response) {
        HttpStatus status = HttpStatus.resolve(refusal.status());
        refusal.writeRetryAfter(response);
        try {
            problems.write(response, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, refusal.problem());
            return new ModelAndView();
        } catch (IOException e) {
            return null;
        }
    }

    /** The services no longer accept the session's token: the page follows after the log-in, with what was typed into its form. */
    private ModelAndView askForLogIn(HttpServletRequest request, HttpServletResponse response) {
        String page = ResponseKind.isRead(request) ? ResponseKind.pageAddress(request) : forms.pageOf(request);
        if (!ResponseKind.isRead(request) && page != null) {
            Visitor me = ErrorPages.visitorOrNull();
            UnsentForms.keep(request, UnsentForm.of(request, page, me == null ? 0 : me.id(), "form.over"));
        }
        ResponseKind.redirect(
                request,
                response,
                "/login?over&to=" + URLEncoder.encode(page == null ? "/" : page, StandardCharsets.UTF_8));
        return new ModelAndView();
    }

    /** Money takes a log-in with a passkey: the page follows after it, with what was typed into its form. */
    private ModelAndView askForPasskey(HttpServletRequest request, HttpServletResponse response) {
        String page = ResponseKind.isRead(request) ? ResponseKind.pageAddress(request) : forms.pageOf(request);
        Visitor me = ErrorPages.visitorOrNull();
        if (!ResponseKind.isRead(request) && page != null && me != null) {
            UnsentForms.keep(request, UnsentForm.of(request, page, me.id(), "form.passkey"));
        }
        ResponseKind.redirect(
                request,
                response,
                "/passkey?to=" + URLEncoder.encode(page == null ? "/" : page, StandardCharsets.UTF_8));
        return new ModelAndView();
    }

    private boolean isAnsweredByWork(ServiceRefusal refusal, HttpServletRequest request) {
        return refusal.is("challenge-required")
                && refusal.member("challenge") != null
                && ResponseKind.wantsHtml(request)
                && !ResponseKind.isRead(request)
                && ErrorPages.visitorOrNull() != null
                && forms.pageOf(request) != null;
    }

    /** The account behaves like a script: a page of its own sends the form again, with a solution or later. */
    private void askForWork(ServiceRefusal refusal, HttpServletRequest request) {
        String page = Objects.requireNonNull(forms.pageOf(request));
        Visitor me = Objects.requireNonNull(ErrorPages.visitorOrNull());
        new AskedChallenge(
                        UnsentForm.of(request, page, me.id(), "challenge"),
                        JSON.writeValueAsString(refusal.member("challenge")),
                        clock.millis() + 1_000 * refusal.retryAfterSeconds())
                .keep(request);
    }

    private static String inAskedLanguage(String page, @Nullable String language) {
        return language == null
                ? page
                : UriComponentsBuilder.fromUriString(page)
                        .replaceQueryParam("lang", URLEncoder.encode(language, StandardCharsets.UTF_8))
                        .build(true)
                        .toUriString();
    }

    /** True where only forms are sent to: an address from the history, a bookmark or a reload. */
    private static boolean isNoPage(Exception e) {
        return e instanceof HttpRequestMethodNotSupportedException
                || e instanceof MethodArgumentTypeMismatchException
                || e instanceof NoResourceFoundException;
    }

    private static int statusOf(Exception e) {
        return switch (e) {
            case ServiceRefusal refusal -> refusal.status() == 502 || refusal.status() == 504 ? 503 : refusal.status();
            case podo.starter.problem.Problem problem -> problem.status().value();
            case MethodArgumentTypeMismatchException mismatch ->
                mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400;
            case ErrorResponse known -> known.getStatusCode().value();
            default -> ErrorPages.statusOf(e);
        };
    }

    static String problemName(int status) {
        return switch (status) {
            case 400 -> "malformed";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            default -> status >= 500 ? "internal-error" : "refused";
        };
    }
}
