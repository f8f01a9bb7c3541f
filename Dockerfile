# The bot in a container: no build step, no development packages, not root, and a file system that may be read-only but for
# /state. Build and run: docker build -t sitrep . && docker run -p 127.0.0.1:3000:3000 -v sitrep:/state sitrep
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    SITREP_STATE=/state/sitrep.sqlite
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY bin bin
COPY config config
COPY briefings briefings
COPY src src
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/sitrep.mjs"]
CMD ["serve"]
