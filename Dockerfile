# One container serves: `docker run -p 3000:3000 -v auszug:/data -e PUBLIC_URL=https://… auszug`. Its database lies in /data. Several
# share a PostgreSQL by DATABASE_URL, with one AUSZUG_SECRET; then /data stays empty, and `docker exec CONTAINER auszug …` takes commands.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /auszug
COPY package.json package-lock.json .npmrc ./
COPY scripts/api-client/package.json scripts/api-client/
# The doors are bundled by what comes along; no package needs to run a script of its own for that.
RUN npm ci --ignore-scripts
COPY scripts scripts
COPY migrations migrations
COPY src src
RUN node scripts/build.mjs --doors

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /auszug
COPY package.json package-lock.json .npmrc ./
COPY scripts/api-client/package.json scripts/api-client/
# The image has the Node that the optional packages would bring along.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 AUSZUG_DATA=/data
WORKDIR /auszug
COPY package.json LICENSE ./
COPY --from=packages /auszug/node_modules node_modules
COPY --from=build /auszug/dist dist
RUN ln -s /auszug/dist/cli.js /usr/local/bin/auszug && install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/node.js"]
