package podo.web.login;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAnyRole;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import podo.starter.edge.PublicUrl;
import podo.starter.problem.ProblemWriter;
import podo.web.live.WatchTokens;
import podo.web.page.PageModel;
import podo.web.page.PageSettings;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;
import podo.web.passkey.CeremonyCookie;
import podo.web.passkey.PasskeyAnswer;
import podo.web.upload.FileFormFilter;

/** Access rules for pages, log-in and log-out, and the headers that forbid scripts and frames of other sites. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            UserServiceAuthenticationProvider accounts,
            LogInSuccessHandler loginSuccess,
            RefreshTokenLogoutHandler tokenRevocation,
            RefusedForms refusedForms,
            CeremonyCookie ceremonies,
            ProblemWriter problems,
            PageSettings settings,
            PublicUrl publicUrl,
            MembersOnly members) {
        return http.authenticationProvider(accounts)
                .authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(request -> WatchTokens.fanIdOf(request).isPresent())
                        .permitAll()
                        .requestMatchers("/admin/audit", "/admin/audit/**")
                        .access(anyOf(hasAnyRole("ORGANISER", "OPERATOR"), members))
                        .requestMatchers("/admin/operations")
                        .hasRole("OPERATOR")
                        .requestMatchers("/admin", "/admin/**")
                        .access(anyOf(hasRole("ORGANISER"), members))
                        .requestMatchers("/door/worker.js", "/tickets/worker.js", "/door/keys")
                        .permitAll()
                        .requestMatchers("/door", "/door/**")
                        .access(anyOf(hasAnyRole("DOOR", "ORGANISER"), members))
                        .requestMatchers("/account/confirm")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/handover")
                        .authenticated()
                        .requestMatchers(
                                "/account",
                                "/account/**",
                                "/team/invitation/answer",
                                "/passkey",
                                "/challenge",
                                "/events/*/presale",
                                "/events/*/queue",
                                "/events/*/queue/**",
                                "/events/*/seats",
                                "/events/*/seats/**",
                                "/checkout/**",
                                "/payments/**",
                                "/tickets",
                                "/tickets/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .authenticationDetailsSource(request -> detailsOf(request, ceremonies))
                        .successHandler(loginSuccess)
                        .failureHandler((request, response, e) -> {
                            request.setAttribute(LoginPages.FAILURE, e);
                            request.getRequestDispatcher("/login/again").forward(request, response);
                        }))
                .logout(out -> out.addLogoutHandler(tokenRevocation).logoutSuccessUrl("/login?out"))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.spa().csrfTokenRepository(formTokens(publicUrl)))
                .addFilterBefore(new FileFormFilter(), CsrfFilter.class)
                .addFilterAfter(refuseFormsOfAnotherAccount(refusedForms, problems), CsrfFilter.class)
                // the gateway says Strict-Transport-Security, by the public URL
                .headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY + settings.paymentOrigin()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(PageSecurity::writePermissions))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> redirectToLogin(request, response, refusedForms, problems))
                        .accessDeniedHandler((request, response, e) -> {
                            if (e instanceof CsrfException && ResponseKind.wantsHtml(request)) {
                                refusedForms.answer(request, response, visitor());
                            } else if (ResponseKind.wantsHtml(request)) {
                                request.setAttribute(PageModel.VISITOR, visitor());
                                response.sendError(HttpStatus.FORBIDDEN.value());
                            } else {
                                problems.write(response, HttpStatus.FORBIDDEN, "forbidden");
                            }
                        }))
                .build();
    }

    /** An authenticator's answer in place of address and password, where the form has one. */
    private static Object detailsOf(HttpServletRequest request, CeremonyCookie ceremonies) {
        PasskeyAnswer answer = PasskeyAnswer.of(request, ceremonies);
        return answer == null ? new WebAuthenticationDetails(request) : answer;
    }

    /** The door's pages alone may ask for the camera. */
    private static void writePermissions(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean door = path.equals("/door") || path.startsWith("/door/");
        response.setHeader(
                "Permissions-Policy", "camera=(" + (door ? "self" : "") + "), microphone=(), geolocation=()");
    }

    /** Scripts read this cookie; other sites' pages do not make the browser send it. */
    private static CookieCsrfTokenRepository formTokens(PublicUrl publicUrl) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(publicUrl.cookieName("XSRF-TOKEN"));
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(publicUrl.isSecure()).sameSite("Lax").path("/"));
        return tokens;
    }

    private static @Nullable Visitor visitor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Visitor me ? me : null;
    }

    /** A token is the browser's, not the page's: a script sends the new one from a page that was opened by another account. */
    private static Filter refuseFormsOfAnotherAccount(RefusedForms refusedForms, ProblemWriter problems) {
        return (request, response, chain) -> {
            Visitor me = visitor();
            if (!(request instanceof HttpServletRequest form && response instanceof HttpServletResponse answer)
                    || !form.getMethod().equals("POST")
                    || !RefusedForms.isOfAnother(form, me)) {
                chain.doFilter(request, response);
            } else if (ResponseKind.wantsHtml(form)) {
                refusedForms.answer(form, answer, me);
            } else {
                problems.write(answer, HttpStatus.FORBIDDEN, "forbidden");
            }
        };
    }

    private static void redirectToLogin(
            HttpServletRequest request, HttpServletResponse response, RefusedForms refusedForms, ProblemWriter problems)
            throws IOException {
        if (!ResponseKind.wantsHtml(request)) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized");
        } else if (!ResponseKind.isRead(request)) {
            refusedForms.answer(request, response, null);
        } else {
            String login = "/login?first&to="
                    + java.net.URLEncoder.encode(
                            ResponseKind.pageAddress(request), java.nio.charset.StandardCharsets.UTF_8);
            ResponseKind.redirect(request, response, login);
        }
    }
}
