package podo.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.ContentCachingResponseWrapper;
import podo.starter.response.AcceptedGzip;
import podo.web.form.UnsentForms;
import podo.web.page.Visitor;

/**
 * Answers shared pages to those who are logged in: the page is rendered once for a {@link Stranger}, and each account's own name,
 * number and form token are put into its gaps. It stands behind Spring Security, so it never sees a request without its session.
 */
final class PersonalPageFilter extends HttpFilter {

    private static final long LONGEST_WAIT_SECONDS = 10;

    private final transient SharedPages pages;
    private final transient BiFunction<HttpServletRequest, Visitor, @Nullable String> key;
    private final transient Stranger stranger = new Stranger();

    /** @param key null when the page is not shared; else all that it depends on, the gaps apart */
    PersonalPageFilter(SharedPages pages, BiFunction<HttpServletRequest, Visitor, @Nullable String> key) {
        this.pages = pages;
        this.key = key;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        if (known == null || !(known.getPrincipal() instanceof Visitor me) || token == null || hasUnsentForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        String asked = request.getMethod().equals("GET") ? key.apply(request, me) : null;
        if (asked == null) {
            chain.doFilter(request, response);
            return;
        }
        CompletableFuture<SplicedPage> own = new CompletableFuture<>();
        CompletableFuture<SplicedPage> earlier = pages.findOrRegister(asked, own);
        SplicedPage page = earlier == null ? null : await(earlier);
        if (page == null) {
            page = render(stranger.inPlaceOf(me, known), stranger.asking(request, token), response, chain, own);
        }
        if (page != null) {
            page.write(Stranger.fillings(me, token), AcceptedGzip.isIn(request), response);
        }
    }

    /** What cannot be kept for others has the same gaps. Null when the response is sent already, a redirect for instance. */
    private @Nullable SplicedPage render(
            SecurityContext asStranger,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            CompletableFuture<SplicedPage> own)
            throws IOException, ServletException {
        ContentCachingResponseWrapper rendered = new ContentCachingResponseWrapper(response);
        SecurityContext mine = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(asStranger);
        try {
            chain.doFilter(request, rendered);
            if (response.isCommitted()) {
                return null;
            }
            SplicedPage page =
                    new SplicedPage(rendered.getContentAsByteArray(), rendered.getContentType(), stranger.marks());
            if (rendered.getStatus() == HttpServletResponse.SC_OK && OfferedPage.isOffered(request)) {
                own.complete(page);
            }
            return page;
        } finally {
            SecurityContextHolder.setContext(mine);
            own.cancel(false); // has no effect on a page that is kept
        }
    }

    private static boolean hasUnsentForm(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || session.getAttribute(UnsentForms.ATTRIBUTE) != null;
    }

    /** Null when the other request's page is not kept, or takes so long that this one renders its own. */
    private static @Nullable SplicedPage await(CompletableFuture<SplicedPage> earlier) {
        try {
            return earlier.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
