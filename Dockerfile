# Moddy Bot in a container: docker build -t moddy .
# docs/operate/deploy.md says how to run it with a read-only root file system.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests -pl dist -am package \
    && cd /opt && jar xf /src/dist/target/moddy-*.zip && mv moddy-* moddy && chmod 0755 moddy/bin/moddy

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /opt/moddy --shell /usr/sbin/nologin moddy \
    && install -d -o moddy -g moddy -m 0700 /data
COPY --from=build /opt/moddy /opt/moddy
# What a start loads, ready to be mapped. Without it, where a build machine can not run the demo, the bot starts all the same.
RUN /opt/moddy/bin/moddy archive || true
# Nothing is written but this: mount a volume on it.
ENV MODDY_DATA=/data
EXPOSE 3000
USER 10001
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${INTERNAL_PORT:-3000} && printf 'GET /internal/health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/moddy/bin/moddy"]
CMD ["run"]
