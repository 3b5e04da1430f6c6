# The app with everything it needs to run. Keep /data: it holds the database and letters that no mail server took.
#   docker build -t chapterhouse . && docker run -p 3000:3000 -v chapterhouse:/data -e BASE_URL=https://… -e SESSION_SECRET=… chapterhouse
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY nest-cli.json tsconfig.json ./
COPY src src
RUN npm run build && npm prune --omit=dev --no-audit --no-fund
# Of the type for certificates only the five files that are used.
RUN cd node_modules/@expo-google-fonts && find . -mindepth 2 -maxdepth 2 -type d ! -path './*/400Regular' ! -path './amiri/700Bold' ! -path './noto-sans/700Bold' -exec rm -rf {} +

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY views views
COPY seeds seeds
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "dist/main.js"]
