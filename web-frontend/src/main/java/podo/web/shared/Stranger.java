package podo.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.unbescape.html.HtmlEscape;
import podo.web.page.Visitor;

/**
 * The account in whose name a page with gaps is rendered. Its name, number and form token are random texts of this process, and the
 * gaps are where they stand in the page.
 */
final class Stranger {

    private final String name;
    private final String form;
    private final long id;

    Stranger() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        this.name = "name" + HexFormat.of().formatHex(bytes);
        random.nextBytes(bytes);
        this.form = "form" + HexFormat.of().formatHex(bytes);
        this.id = random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE);
    }

    List<String> marks() {
        return List.of(name, form, Long.toString(id));
    }

    /** What this account sees in the gaps, in the order of {@link #marks}. */
    static List<String> fillings(Visitor me, CsrfToken token) {
        return List.of(HtmlEscape.escapeHtml4Xml(me.name()), token.getToken(), Long.toString(me.id()));
    }

    /** @param me says which links the header has */
    SecurityContext inPlaceOf(Visitor me, Authentication known) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Visitor(id, "", name, me.organiser(), me.operator(), me.door()), null, known.getAuthorities()));
    }

    /** Compression is hidden from whoever renders: the gaps are looked for in plain text. */
    HttpServletRequest asking(HttpServletRequest request, CsrfToken token) {
        CsrfToken own = new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), form);
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable Object getAttribute(String attribute) {
                return attribute.equals(CsrfToken.class.getName()) || attribute.equals(own.getParameterName())
                        ? own
                        : super.getAttribute(attribute);
            }

            @Override
            public @Nullable String getHeader(String name) {
                return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING) ? null : super.getHeader(name);
            }
        };
    }
}
